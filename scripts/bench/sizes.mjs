// What a reader downloads before the first run: the WebAssembly of each build, compressed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { assets } from "../lib/paths.mjs";
import { wasmPlace } from "../build/wasm-place.mjs";
import { buildNames } from "../build/wasm.mjs";

const MOST_KB = 450;

/** @returns {import("./table.mjs").Row[]} */
export function benchSizes() {
  return buildNames.map((name) => {
    const wasm = readFileSync(join(assets, wasmPlace(), name, "gil_playground_bg.wasm"));
    const compressed = brotliCompressSync(wasm, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
    });
    const kilobytes = compressed.length / 1000;
    return {
      what: `WebAssembly of the ${name} build, brotli`,
      measured: `${kilobytes.toFixed(0)} KB`,
      range: `raw ${(wasm.length / 1000).toFixed(0)} KB`,
      bound: `≤ ${MOST_KB} KB`,
      met: kilobytes <= MOST_KB,
    };
  });
}
