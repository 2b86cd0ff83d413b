// The page of each model and runtime: docs/models/NAME.md as models/NAME.html, without any script.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, posix } from "node:path";
import { root } from "../lib/paths.mjs";
import { digestOf } from "../lib/stamp.mjs";
import { CONTENT_SECURITY_POLICY } from "./headers.mjs";
import { htmlOf, titleOf } from "./markdown.mjs";

export const MODELS = "models";
const sources = join(root, "docs", MODELS);
const styles = ["www/page/styles/theme.css", "docs/models/models.css"].map((name) => join(root, name));

/** In the order in which they build on each other. */
const ORDER = ["sequential", "gil", "free-threaded", "process", "subinterpreters", "asyncio", "virtual-threads"];

/** @param {string} site the folder of one */
export function makeDocuments(site) {
  const sheet = `assets/models-${digestOf(styles, []).slice(0, 8)}.css`;
  writeFileSync(join(site, sheet), styles.map((file) => readFileSync(file, "utf8")).join("\n"));
  mkdirSync(join(site, MODELS), { recursive: true });
  const documents = ORDER.map((name) => ({ name, text: readFileSync(join(sources, `${name}.md`), "utf8") }));
  const found = readdirSync(sources).filter((name) => name.endsWith(".md"));
  if (found.length !== ORDER.length) throw new Error(`Not all of docs/models are in an order: ${found.join(", ")}`);
  for (const { name, text } of documents) {
    const others = documents.map((other) => linkTo(other, other.name === name));
    writeFileSync(join(site, MODELS, `${name}.html`), page({ name, text, others, sheet }));
  }
}

/** @param {{ name: string, text: string }} document @param {boolean} isThis */
function linkTo({ name, text }, isThis) {
  const current = isThis ? ' aria-current="page"' : "";
  return `<li><a href="${name}.html"${current} data-model="${name}">${titleOf(text)}</a></li>`;
}

/** @param {{ name: string, text: string, others: string[], sheet: string }} document */
function page({ name, text, others, sheet }) {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}" />
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="What it stands for, how the GIL playground runs it, and where it differs from CPython." />
    <title>${titleOf(text)} – GIL playground</title>
    <link rel="stylesheet" href="${posix.join("..", sheet)}" />
  </head>
  <body>
    <nav aria-label="Site"><a href="../">GIL playground</a></nav>
    <main data-model="${basename(name)}">
${htmlOf(text)}
    </main>
    <nav class="others" aria-label="Models and Pythons"><ul>${others.join("")}</ul></nav>
    <footer><a href="../limitations.txt">All that differs from CPython</a></footer>
  </body>
</html>
`;
}
