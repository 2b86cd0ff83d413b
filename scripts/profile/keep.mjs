// What the builds read: profiles/*.profdata.br beside them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { profileOf } from "../build/profile.mjs";
import { cache } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { profdata } from "./tools.mjs";

/**
 * What reads and compiles a program, which takes milliseconds: as small as what never ran. Names are
 * as the compiler mangles them, those of a generic function's types behind its own.
 */
const READS = /^(?:(?!14gil_playground).)*(?:ruff_python|14gil_playground(?:4lang|4code7compile))/;

/** @param {"single" | "threads"} name @param {Buffer[]} counters of each time that it was watched */
export async function keep(name, counters) {
  const raw = counters.map((counts, at) => {
    const file = join(cache, "profile", `${name}-${at}.profraw`);
    writeFileSync(file, counts);
    return file;
  });
  const merged = join(cache, "profile", `${name}.profdata`);
  const text = join(cache, "profile", `${name}.proftext`);
  const tool = await profdata();
  await run("profdata", tool, ["merge", "--text", `--output=${text}`, ...raw]);
  writeFileSync(text, forgetReading(readFileSync(text, "utf8")));
  await run("profdata", tool, ["merge", `--output=${merged}`, text]);
  const content = readFileSync(merged);
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  writeFileSync(profileOf(name), brotliCompressSync(content, { params }));
}

/** @param {string} profile as text: a block of lines for each function, its name first */
function forgetReading(profile) {
  const counters = "# Counter Values:\n";
  return profile
    .split("\n\n")
    .map((block) => {
      const at = block.indexOf(counters);
      const name = block.split("\n").find((line) => !/^[:#]/.test(line)) ?? "";
      if (at < 0 || !READS.test(name)) return block;
      const start = at + counters.length;
      return block.slice(0, start) + block.slice(start).replaceAll(/^\d+$/gm, "0");
    })
    .join("\n\n");
}
