// Makes the npm package in .cache/package of what dist/ has for other people's programs: the engine
// and the element, not the pages. `npm pack` and `npm publish` work there.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { wasmPlace } from "./build/wasm-place.mjs";
import { assets, cache, dist, root } from "./lib/paths.mjs";
import { Stop, stop } from "./lib/step.mjs";

const folder = join(cache, "package");

/** @returns {string} its folder */
export function makePackage() {
  if (!existsSync(dist)) throw new Stop("There is no dist/ yet: npm run build makes it.");
  rmSync(folder, { recursive: true, force: true });
  for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) {
    cpSync(join(root, name), join(folder, name));
  }
  const whole = ["engine.d.ts", "gil-playground.d.ts", "gil-playground.js", "types"];
  for (const name of [...whole, "report.schema.json"]) {
    cpSync(join(dist, name), join(folder, "dist", name), { recursive: true });
  }
  for (const script of scriptsOf(join(dist, "engine.js"))) copyScript(script);
  const wasm = join(folder, "dist/wasm");
  cpSync(join(assets, wasmPlace()), wasm, { recursive: true, filter: isUncompressed });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
  return folder;
}

/** @param {string} path */
function isUncompressed(path) {
  return !path.endsWith(".br") && !path.endsWith(".gz");
}

/** A script and all that it names. @param {string} script @returns {string[]} */
function scriptsOf(script, known = new Set([script])) {
  for (const [, name = ""] of readFileSync(script, "utf8").matchAll(/["'`]([\w./-]+\.js)["'`]/g)) {
    const other = join(dirname(script), name);
    if (known.has(other) || !existsSync(other)) continue;
    known.add(other);
    scriptsOf(other, known);
  }
  return [...known];
}

/**
 * In a package the WebAssembly lies under a name that stays, since people copy it. Vite would put
 * scripts as small as the workers' into the address itself, where they may import nothing.
 * @param {string} script
 */
function copyScript(script) {
  const text = readFileSync(script, "utf8")
    .replaceAll(`${wasmPlace()}/`, "../wasm/")
    .replaceAll(/(new URL\([`"'][\w.-]+\.js)(?=[`"'],\s*import\.meta\.url\))/g, "$1?no-inline");
  const target = join(folder, "dist", relative(dist, script));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function manifest() {
  const project = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { name, version, description, license } = project;
  return {
    name,
    version,
    description,
    license,
    type: "module",
    sideEffects: ["./dist/gil-playground.js"],
    exports: {
      ".": { types: "./dist/engine.d.ts", default: "./dist/engine.js" },
      "./element": { types: "./dist/gil-playground.d.ts", default: "./dist/gil-playground.js" },
    },
    files: ["dist"],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    console.log(`The package is in ${makePackage()}`);
  } catch (error) {
    stop(error);
  }
}
