// The result: tables, for the terminal and in Markdown for the README.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { Stop } from "../lib/step.mjs";

/**
 * @typedef {{ place: string, caption: string, head: readonly string[], rows: readonly (readonly string[])[] }} Table
 *   with the name of its place in the README
 * @typedef {{ what: string, measured: string, range: string, bound: string, met: boolean | null }} Row
 *   of the table of bounds
 */

/** Stands out in the README. */
const NO = "no";

/** @param {string} caption @param {readonly Row[]} rows @returns {Table} */
export function tableOf(caption, rows) {
  return {
    place: "bounds",
    caption,
    head: ["what", "median", "min–max", "bound", "met"],
    rows: rows.map(({ what, measured, range, bound, met }) => [
      what,
      measured,
      range,
      bound,
      verdict(met),
    ]),
  };
}

/** @param {Table} table */
function toMarkdown({ caption, head, rows }) {
  const marked = rows.map((cells) => cells.map((cell) => (cell === NO ? `**${NO}**` : cell)));
  const lines = [head, head.map(() => "---"), ...marked].map((cells) => `| ${cells.join(" | ")} |`);
  return [caption, "", ...lines].join("\n");
}

/** In columns. @param {Table} table */
export function toText({ caption, head, rows }) {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)),
  );
  const lines = [head, ...rows].map((cells) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd(),
  );
  return [caption, "", ...lines].join("\n");
}

/**
 * Puts a table between its markers in the README, with the machine on which it was measured.
 * @param {string} machine @param {Table} table
 */
export function writeToReadme(machine, table) {
  const file = join(root, "README.md");
  const text = readFileSync(file, "utf8");
  const [first, last] = [`<!-- bench:${table.place} -->`, `<!-- bench:${table.place}:end -->`];
  const [start, end] = [text.indexOf(first), text.indexOf(last)];
  if (start < 0 || end < start) throw new Stop(`README.md has no ${first} … ${last}.`);
  const markdown = `${machine}\n\n${toMarkdown(table)}`;
  writeFileSync(file, `${text.slice(0, start + first.length)}\n${markdown}\n${text.slice(end)}`);
}

/** @param {boolean | null} met */
export function verdict(met) {
  return met === null ? "" : met ? "yes" : NO;
}

/** @param {number} value */
export const times = (value) => `${value.toFixed(2)}×`;

/** @param {{ low: number, high: number }} range @param {(value: number) => string} [format] */
export const span = ({ low, high }, format = times) => `${format(low)} – ${format(high)}`;
