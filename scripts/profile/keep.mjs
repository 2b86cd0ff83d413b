// What the builds read: profiles/*.profdata.br beside them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { profileOf } from "../build/profile.mjs";
import { cache } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { profdata } from "./tools.mjs";

/** @param {"single" | "threads"} name @param {Buffer[]} counters of each time that it was watched */
export async function keep(name, counters) {
  const raw = counters.map((counts, at) => {
    const file = join(cache, "profile", `${name}-${at}.profraw`);
    writeFileSync(file, counts);
    return file;
  });
  const merged = join(cache, "profile", `${name}.profdata`);
  await run("profdata", await profdata(), ["merge", `--output=${merged}`, ...raw]);
  const content = readFileSync(merged);
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(profileOf(name), brotliCompressSync(content, { params }));
}
