// What only tests need, in cargo's own folder: typed by hand it works too. A build needs none of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { output, run } from "../lib/shell.mjs";
import { Stop, step } from "../lib/step.mjs";

const WASM_PACK = "0.15.1";
const GECKODRIVER = "0.37.1";

/** With the command line of wasm-bindgen, whose test runner it calls. */
export async function installWasmPack() {
  await install("wasm-bindgen-cli", "wasm-bindgen", wasmBindgenVersion());
  await install("wasm-pack", "wasm-pack", WASM_PACK);
}

export async function installGeckodriver() {
  await install("geckodriver", "geckodriver", GECKODRIVER);
}

/** The command line refuses a crate of any other version. */
function wasmBindgenVersion() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\nversion = "(.*)"/.exec(lock)?.[1];
  if (!version) throw new Stop("Cargo.lock does not name wasm-bindgen.");
  return version;
}

/**
 * Without optimising: they work for seconds, and that would take minutes.
 * @param {string} crate @param {string} command @param {string} version
 */
async function install(crate, command, version) {
  const found = await output(command, ["--version"]);
  if (found?.trim().split(" ")[1] === version) return;
  // Not --locked: a crate in its lock file may be missing from a registry's mirror.
  const args = ["install", crate, "--version", version, "--debug"];
  const quick = { CARGO_PROFILE_DEV_DEBUG: "false", CARGO_INCREMENTAL: "0" };
  await step(`Install ${crate} ${version}`, () => run(crate, "cargo", args, quick));
}
