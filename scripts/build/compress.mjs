// A .br and a .gz beside every file that becomes smaller by it, for hosts that send those.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { cache } from "../lib/paths.mjs";
import { filesIn } from "../lib/stamp.mjs";

const KINDS = new Set([".css", ".html", ".js", ".json", ".svg", ".wasm"]);

/** @type {Record<string, (content: Buffer) => Promise<Buffer>>} */
const ENCODERS = {
  ".br": (content) =>
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  ".gz": (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** @param {string} folder */
export async function compressAll(folder) {
  const files = filesIn(folder).filter((file) => KINDS.has(extname(file)));
  await Promise.all(
    files.flatMap((file) => Object.keys(ENCODERS).map((ending) => compress(file, ending))),
  );
}

/** The slowest step of a build, and most files are those of the build before. */
async function compress(/** @type {string} */ file, /** @type {string} */ ending) {
  const content = readFileSync(file);
  const digest = createHash("sha256").update(content).digest("hex");
  const known = join(cache, "compressed", digest + ending);
  if (!existsSync(known)) {
    mkdirSync(join(cache, "compressed"), { recursive: true });
    writeFileSync(known, (await ENCODERS[ending]?.(content)) ?? content);
  }
  if (readFileSync(known).length < content.length) copyFileSync(known, file + ending);
}
