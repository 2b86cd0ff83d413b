// The pages, the public engine.js and gil-playground.js by Vite, their types, and both WebAssembly
// builds.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { assets, dist, firstSite, library, reportSchema, root } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { allBut, filesIn, unlessUnchanged } from "../lib/stamp.mjs";
import { step } from "../lib/step.mjs";
import { compressAll } from "./compress.mjs";
import { makeDocuments } from "./documents.mjs";
import { writeHostSettings } from "./hosts.mjs";
import { buildServiceWorker } from "./service-worker.mjs";
import { wasmPlace } from "./wasm-place.mjs";
import { buildNames, wasmFolder } from "./wasm.mjs";

/** What the page links to. */
const texts = /** @type {const} */ ([
  ["LIMITATIONS.md", "limitations.txt"],
  ["LICENSE-MIT", "license-mit.txt"],
  ["LICENSE-APACHE", "license-apache.txt"],
]);

const vite = [join(root, "node_modules/vite/bin/vite.js"), "build"];

/**
 * The pages with the build without threads alone, for whoever would wait for the other one. It has
 * no service worker, and so no page that is isolated, unless its host sends the headers.
 */
export async function makeFirstSite() {
  await step("Build the pages without threads", async () => {
    await makePages(firstSite, ["--mode", "single"]);
    placeEngine(firstSite, ["single"]);
    makeDocuments(firstSite);
  });
}

/** The pages and scripts alone. @param {string} folder @param {string[]} options of Vite */
export async function makePages(folder, options = []) {
  rmSync(folder, { recursive: true, force: true });
  await run("vite-pages", "node", [...vite, ...options, "--outDir", folder]);
}

/**
 * Copies builds, and the rest of the library beside them.
 * @param {string} folder of a site @param {readonly (keyof typeof import("./wasm.mjs").builds)[]} names
 */
function placeEngine(folder, names) {
  const place = join(folder, basename(assets), wasmPlace(names));
  for (const name of names) cpSync(wasmFolder(name), join(place, name), { recursive: true });
  cpSync(library, join(place, basename(library)));
}

export async function makeSite() {
  await unlessUnchanged({
    title: "Build the site",
    name: "site",
    inputs: [...allBut("src", "tests"), join(root, "LIMITATIONS.md"), ...buildNames.map(wasmFolder)],
    versions: [],
    outputs: [dist],
    make: async () => {
      rmSync(dist, { recursive: true, force: true });
      await run("vite", "node", vite);
      await run("vite-element", "node", [...vite, "--config", "www/element/vite.config.ts"]);
      await declare();
      cpSync(reportSchema, join(dist, basename(reportSchema)));
      // As text, which browsers show.
      for (const [name, place] of texts) cpSync(join(root, name), join(dist, place));
      placeEngine(dist, buildNames);
      makeDocuments(dist);
      await minifyScripts(join(assets, wasmPlace()));
      await buildServiceWorker();
      writeHostSettings();
      await compressAll(dist);
    },
  });
}

/** Those that wasm-bindgen writes are twice as long to download as they need be. @param {string} folder */
async function minifyScripts(folder) {
  // Only when it is called are the packages surely there.
  const { minify } = await import("vite");
  for (const file of filesIn(folder).filter((name) => name.endsWith(".js"))) {
    const { code, errors } = await minify(file, readFileSync(file, "utf8"), { module: true });
    if (errors.length > 0) throw new Error(`${file} cannot be minified: ${errors[0]?.message}`);
    writeFileSync(file, code);
  }
}

/** engine.d.ts and gil-playground.d.ts, with what they need beside them in types/. */
async function declare() {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  await run("declarations", "node", [tsc, "--project", "tsconfig.declarations.json"]);
  const types = join(dist, "types");
  for (const name of readdirSync(types, { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(".d.ts")) nameExtensions(join(types, name));
  }
  for (const [name, source] of [
    ["engine", "engine"],
    ["gil-playground", "element"],
  ]) {
    writeFileSync(join(dist, `${name}.d.ts`), `export * from "./types/${source}/index.js";\n`);
  }
}

/** Node and browsers, and so TypeScript for them, want relative imports with an extension. @param {string} file */
function nameExtensions(file) {
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replaceAll(/(from "\.[^"]*)"/g, '$1.js"'));
}
