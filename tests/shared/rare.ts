/** A program of one's own that calls what no bundled one does. */
import { deflateRawSync } from "node:zlib";

export const RARE = [
  "def task(worker, workers, n: int = 20_000):",
  "    for _ in range(n):",
  "        found = {1, 2} | {3}, 'abc'.center(9, '*'), 7 ** 30 // 3",
  "    return found",
  "",
  "def summary(results):",
  "    return f'{results[0]}'",
].join("\n");

/** As CPython prints it. */
export const RARE_SUMMARY = "({1, 2, 3}, '***abc***', 7513113430230752695954416)";

/** All models, few and short runs. */
export function rareLink(n: number): string {
  const source = deflateRawSync(RARE).toString("base64url");
  const few = "workers=2&work=repeat&samples=1&warmups=0";
  return `#v=1&source=${source}&args.n=${n}&models=gil,free-threaded,process&${few}`;
}
