// Which functions of the engine are hot, as `npm run profile` saw it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { root } from "../lib/paths.mjs";

/** The file in the repository. @param {"single" | "threads"} name */
export function profileOf(name) {
  return join(root, "scripts/build/profiles", `${name}.profdata.br`);
}

/** Unpacks it for rustc. @param {"single" | "threads"} name @returns {string} where it is then */
export function unpackProfile(name) {
  const file = join(root, "target", name, "engine.profdata");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, brotliDecompressSync(readFileSync(profileOf(name))));
  return file;
}
