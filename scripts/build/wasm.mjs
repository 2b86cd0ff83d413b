// The two builds of the engine, told apart only by flags.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cache, root } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { unlessUnchanged } from "../lib/stamp.mjs";
import { rustInputs, rustVersions } from "./rust-inputs.mjs";
import { split } from "./split.mjs";

/** Cargo's options for each build, and the target folder it has to itself: flags differ. */
export const builds = {
  single: {
    options: ["--config", ".cargo/single.toml"],
    env: { CARGO_TARGET_DIR: join(root, "target/single") },
  },
  threads: {
    options: ["--config", ".cargo/threads.toml"],
    env: { CARGO_TARGET_DIR: join(root, "target/threads") },
  },
};

export const buildNames = /** @type {const} */ (["single", "threads"]);

/** What rustc and wasm-bindgen use of WebAssembly's later features. */
const FEATURES = [
  "--enable-bulk-memory",
  "--enable-bulk-memory-opt",
  "--enable-call-indirect-overlong",
  "--enable-multivalue",
  "--enable-mutable-globals",
  "--enable-nontrapping-float-to-int",
  "--enable-reference-types",
  "--enable-sign-ext",
  "--enable-threads",
];
/** An engine optimises the eval loop when it is entered again: it has to stay a function. */
const EVAL = ">::eval";
const OPTIMISE = [
  `--no-inline=*${EVAL}`,
  "-O3",
  // Large functions with one caller stay apart: larger as it is, it is 5 % smaller compressed.
  "--one-caller-inline-max-function-size=60",
  "--skip-pass=local-cse",
  // Functions with like names are alike: side by side they are 1 % smaller compressed.
  "--reorder-functions-by-name",
  "--strip-producers",
  "--strip-target-features",
];
/** Written from text, functions have lost what `-O3` does last. */
const WRITE = ["--generate-stack-ir", "--optimize-stack-ir"];

export async function buildWasm() {
  for (const name of buildNames) await buildOne(name);
}

/** @param {keyof typeof builds} name */
async function buildOne(name) {
  const { options, env } = builds[name];
  const folder = wasmFolder(name);
  await unlessUnchanged({
    title: `Build the ${name} WebAssembly`,
    name: `wasm-${name}`,
    inputs: [...rustInputs(), join(root, "scripts/build/split.mjs")],
    versions: [...rustVersions, ...FEATURES, ...OPTIMISE, ...WRITE],
    outputs: [folder],
    make: async () => {
      const pack = ["build", "--target", "web", "--release", "--no-pack", "--no-gitignore"];
      await run(
        `wasm-${name}`,
        "wasm-pack",
        [...pack, "--out-dir", folder, ".", "--", ...options],
        env,
      );
      if (name === "threads") renewCall(folder);
      await optimise(folder, name);
    },
  });
}

/** @param {keyof typeof builds} name */
export function wasmFolder(name) {
  return join(root, "pkg", name);
}

/**
 * wasm-bindgen-rayon 1.3.0 starts its workers by a call that wasm-bindgen has deprecated since, and
 * that warns in every reader's console.
 * @param {string} folder
 */
function renewCall(folder) {
  const deprecated = "pkg.default(data.module, data.memory)";
  const renewed = "pkg.default({ module_or_path: data.module, memory: data.memory })";
  const snippets = join(folder, "snippets");
  const glue = readdirSync(snippets).find((entry) => entry.startsWith("wasm-bindgen-rayon-"));
  if (glue === undefined) throw new Error("wasm-bindgen-rayon's worker script is not there");
  const script = join(snippets, glue, "src/workerHelpers.no-bundler.js");
  const text = readFileSync(script, "utf8");
  if (!text.includes(deprecated)) throw new Error(`${script} has changed: is renewCall needed?`);
  writeFileSync(script, text.replace(deprecated, renewed));
}

/** What is seldom called goes into a file of its own. @param {string} folder @param {string} name */
async function optimise(folder, name) {
  const wasm = join(folder, "gil_playground_bg.wasm");
  if (!readFileSync(wasm).includes(EVAL)) throw new Error(`${wasm} has no function …${EVAL}`);
  const texts = join(cache, "split", name);
  mkdirSync(texts, { recursive: true });
  const whole = join(texts, "whole.wat");
  const before = statSync(wasm).size;
  await binaryen(`optimise-${name}`, [...OPTIMISE, "--debuginfo", "-S", wasm, "-o", whole]);
  const halves = { primary: join(texts, "primary.wat"), secondary: join(texts, "secondary.wat") };
  split(whole, halves);
  const files = { primary: wasm, secondary: join(folder, "gil_playground_secondary.wasm") };
  for (const half of /** @type {const} */ (["primary", "secondary"])) {
    await binaryen(`${half}-${name}`, [...WRITE, halves[half], "-o", files[half]]);
  }
  const after = `${kilobytes(statSync(wasm).size)} + ${kilobytes(statSync(files.secondary).size)}`;
  console.log(`  ${name}: ${kilobytes(before)} → ${after} by wasm-opt`);
}

/** @param {string} name of the log @param {string[]} options */
async function binaryen(name, options) {
  const tool = join(root, "node_modules/binaryen/bin/wasm-opt");
  await run(`wasm-opt-${name}`, "node", [tool, ...FEATURES, ...options]);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} KB`;
}
