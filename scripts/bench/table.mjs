// The result: rows of a Markdown table, each with its bound and whether that is met.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { Stop } from "../lib/step.mjs";

/** @typedef {{ what: string, measured: string, range: string, bound: string, met: boolean | null }} Row */

const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";

/** @param {string} machine @param {readonly Row[]} rows */
export function toMarkdown(machine, rows) {
  const lines = rows.map(({ what, measured, range, bound, met }) => {
    const verdict = met === null ? "" : met ? "yes" : "**no**";
    return `| ${what} | ${measured} | ${range} | ${bound} | ${verdict} |`;
  });
  return [
    machine,
    "",
    "| what | median | min–max | bound | met |",
    "| --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

/** Puts the table between its markers in the README. @param {string} markdown */
export function writeToReadme(markdown) {
  const file = join(root, "README.md");
  const text = readFileSync(file, "utf8");
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Stop(`README.md has no ${START} … ${END}.`);
  writeFileSync(file, `${text.slice(0, start + START.length)}\n${markdown}\n${text.slice(end)}`);
}

/** @param {number} value */
export const times = (value) => `${value.toFixed(2)}×`;

/** @param {{ low: number, high: number }} range @param {(value: number) => string} [format] */
export const span = ({ low, high }, format = times) => `${format(low)} – ${format(high)}`;
