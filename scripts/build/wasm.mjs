// The two builds of the engine, told apart only by flags.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { unlessUnchanged } from "../lib/stamp.mjs";
import { profileOf, unpackProfile } from "./profile.mjs";
import { rustInputs, rustVersions } from "./rust-inputs.mjs";

/** Cargo's options for each build, and the target folder it has to itself: flags differ. */
export const builds = {
  single: {
    options: [],
    env: { CARGO_TARGET_DIR: join(root, "target/single") },
  },
  threads: {
    options: ["--config", ".cargo/threads.toml"],
    env: { CARGO_TARGET_DIR: join(root, "target/threads") },
  },
};

export const TARGET = "wasm32-unknown-unknown";

/**
 * How the engine is inlined before its blocks are counted, and before the counts are read: not at
 * all, as whatever is put into its caller here is no longer known to be cold there. Counts of blocks
 * are enough: which values are frequent is not asked.
 */
export const COUNTED = ["-disable-preinline", "-disable-vp"].map((it) => `-Cllvm-args=${it}`);

/** What the counts decide: what runs is put into its caller, and what never ran is not. */
const OPTIMISED = [
  "-hot-callsite-threshold=1000",
  "-inline-cold-callsite-threshold=5",
  "-inlinecold-threshold=5",
  "-profile-summary-cutoff-cold=999000",
  // What has changed since is compiled as if nothing were known of it.
  "-no-pgo-warn-mismatch",
].map((option) => `-Cllvm-args=${option}`);

export const buildNames = /** @type {const} */ (["single", "threads"]);

const BINDGEN = "scripts/build/bindgen";
const bindgenCommand = ["--manifest-path", `${BINDGEN}/Cargo.toml`, "--locked", "--quiet"];
const bindgenEnv = { CARGO_TARGET_DIR: join(root, "target/bindgen") };

/** Compiles what writes the scripts around the WebAssembly. */
export async function buildBindgen() {
  await unlessUnchanged({
    title: "Build what binds the WebAssembly to JavaScript",
    name: "bindgen",
    inputs: [join(root, BINDGEN), join(root, "rust-toolchain.toml")],
    versions: [],
    outputs: [join(root, "target/bindgen/debug/bindgen")],
    make: async () => {
      await run("bindgen", "cargo", ["build", ...bindgenCommand], bindgenEnv);
    },
  });
}

/** @param {keyof typeof builds} name */
export async function buildWasm(name) {
  const folder = wasmFolder(name);
  await unlessUnchanged({
    title: `Build the ${name} WebAssembly`,
    name: `wasm-${name}`,
    inputs: [...rustInputs(), join(root, BINDGEN), profileOf(name)],
    versions: [...rustVersions, ...COUNTED, ...OPTIMISED],
    outputs: [folder],
    make: async () => {
      await rustc(name, [`-Cprofile-use=${unpackProfile(name)}`, ...COUNTED, ...OPTIMISED]);
      await bind(name, folder);
    },
  });
}

/** Compiles the engine. @param {keyof typeof builds} name @param {string[]} flags for it alone */
export async function rustc(name, flags) {
  const { options, env } = builds[name];
  const cargo = ["rustc", "--lib", "--crate-type", "cdylib", "--release", "--target", TARGET];
  await run(`wasm-${name}`, "cargo", [...cargo, ...options, "--", ...flags], env);
}

/** Writes it with its scripts into a folder. @param {keyof typeof builds} name @param {string} folder */
export async function bind(name, folder) {
  const wasm = join(builds[name].env.CARGO_TARGET_DIR, TARGET, "release/gil_playground.wasm");
  // Cargo waits here, should buildBindgen() not be done.
  const bindgen = ["run", ...bindgenCommand, "--", folder, wasm];
  await run(`bindgen-${name}`, "cargo", bindgen, bindgenEnv);
  if (name === "threads") renewCall(folder);
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
