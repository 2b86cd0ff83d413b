// What a reader downloads at most: the WebAssembly of each build, both parts, compressed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { assets } from "../lib/paths.mjs";
import { wasmPlace } from "../build/wasm-place.mjs";
import { buildNames } from "../build/wasm.mjs";
import { filesIn } from "../lib/stamp.mjs";

const MOST_KB = 450;
const BEST = { [constants.BROTLI_PARAM_QUALITY]: 11 };

/** @returns {import("./table.mjs").Row[]} */
export function benchSizes() {
  return buildNames.map((name) => {
    const folder = join(assets, wasmPlace(), name);
    const parts = filesIn(folder).filter((file) => file.endsWith(".wasm")).map((file) => readFileSync(file));
    const sizes = parts.map((wasm) => brotliCompressSync(wasm, { params: BEST }).length);
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    const raw = parts.reduce((sum, { length }) => sum + length, 0) / 1000;
    return {
      what: `WebAssembly of the ${name} build, brotli`,
      measured: `${kilobytes.toFixed(0)} KB`,
      range: `raw ${raw.toFixed(0)} KB`,
      bound: `≤ ${MOST_KB} KB`,
      met: kilobytes <= MOST_KB,
    };
  });
}
