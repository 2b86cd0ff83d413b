// Where the WebAssembly lies in assets/, with the rest of the library: under a name made of their
// content, as all that is there.
import { library } from "../lib/paths.mjs";
import { digestOf } from "../lib/stamp.mjs";
import { buildNames, wasmFolder } from "./wasm.mjs";

/** @param {readonly (keyof typeof import("./wasm.mjs").builds)[]} names of the builds that are there */
export function wasmPlace(names = buildNames) {
  return `wasm-${digestOf([...names.map(wasmFolder), library], []).slice(0, 8)}`;
}
