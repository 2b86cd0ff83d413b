// Where the WebAssembly lies in assets/: under a name made of its content, as all that is there.
import { digestOf } from "../lib/stamp.mjs";
import { buildNames, wasmFolder } from "./wasm.mjs";

/** @param {readonly (keyof typeof import("./wasm.mjs").builds)[]} names of the builds that are there */
export function wasmPlace(names = buildNames) {
  return `wasm-${digestOf(names.map(wasmFolder), []).slice(0, 8)}`;
}
