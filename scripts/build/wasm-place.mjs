// Where the WebAssembly lies in assets/: under a name made of its content, as all that is there.
import { digestOf } from "../lib/stamp.mjs";
import { buildNames, wasmFolder } from "./wasm.mjs";

export function wasmPlace() {
  return `wasm-${digestOf(buildNames.map(wasmFolder), []).slice(0, 8)}`;
}
