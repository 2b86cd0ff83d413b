// What a reader downloads at most: the WebAssembly of each build, as hosts send it.
import { statSync } from "node:fs";
import { join } from "node:path";
import { assets } from "../lib/paths.mjs";
import { wasmPlace } from "../build/wasm-place.mjs";
import { buildNames } from "../build/wasm.mjs";
import { filesIn } from "../lib/stamp.mjs";

const MOST_KB = 900;

/** @returns {import("./table.mjs").Row[]} */
export function benchSizes() {
  return buildNames.map((name) => {
    const folder = join(assets, wasmPlace(), name);
    const bytes = (/** @type {string} */ ending) =>
      filesIn(folder)
        .filter((file) => file.endsWith(ending))
        .reduce((sum, file) => sum + statSync(file).size, 0);
    const kilobytes = bytes(".wasm.br") / 1000;
    return {
      what: `WebAssembly of the ${name} build, brotli`,
      measured: `${kilobytes.toFixed(0)} KB`,
      range: `raw ${(bytes(".wasm") / 1000).toFixed(0)} KB`,
      bound: `≤ ${MOST_KB} KB`,
      met: kilobytes <= MOST_KB,
    };
  });
}
