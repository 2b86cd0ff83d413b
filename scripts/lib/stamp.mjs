// Skips work whose inputs and outputs are as the last run left them.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { cache, root } from "./paths.mjs";
import { step } from "./step.mjs";

/**
 * @param {{
 *   title: string,
 *   name: string,
 *   inputs: string[],
 *   versions: string[],
 *   outputs: string[],
 *   make: () => Promise<void>,
 * }} work `inputs` and `outputs` are files and folders; `versions` name the tools and their options
 */
export async function unlessUnchanged({ title, name, inputs, versions, outputs, make }) {
  const file = join(cache, "stamps", `${name}.txt`);
  const digest = () => `${digestOf(inputs, versions)}\n${digestOf(outputs, [])}\n`;
  if (existsSync(file) && readFileSync(file, "utf8") === digest()) {
    console.log(`▸ ${title}: unchanged`);
    return;
  }
  const before = digestOf(inputs, versions);
  await step(title, make);
  mkdirSync(dirname(file), { recursive: true });
  // An input that was edited meanwhile must not look built.
  writeFileSync(file, `${before}\n${digestOf(outputs, [])}\n`);
}

/** Every file and folder in the project's root but these and documents. @param {string[]} names */
export function allBut(...names) {
  const others = new Set([".git", ".cache", "node_modules", "target", "dist", "pkg", ...names]);
  return readdirSync(root)
    .filter((name) => !others.has(name) && !name.endsWith(".md"))
    .map((name) => join(root, name));
}

/** Of files and folders and what is in them. @param {string[]} paths @param {string[]} versions */
export function digestOf(paths, versions) {
  const hash = createHash("sha256").update(JSON.stringify(versions));
  for (const path of paths.flatMap(filesIn).toSorted()) {
    const content = readFileSync(path);
    hash.update(`\n${relative(root, path)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** All files in a folder; a file itself. @param {string} path @returns {string[]} */
export function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}
