// wasm-bindgen's command line, wasm-pack and Firefox's driver, in cargo's own folder: typed by hand
// they work too.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { output, run } from "../lib/shell.mjs";
import { Stop, step } from "../lib/step.mjs";

const WASM_PACK = "0.15.1";
const GECKODRIVER = "0.37.1";

export async function installCargoTools() {
  await install("wasm-bindgen-cli", "wasm-bindgen", wasmBindgenVersion());
  await install("wasm-pack", "wasm-pack", WASM_PACK);
}

/** It only passes messages on, so it is built the quick way. */
export async function installGeckodriver() {
  await install("geckodriver", "geckodriver", GECKODRIVER, "--debug");
}

/** The command line refuses a crate of any other version. */
function wasmBindgenVersion() {
  const lock = readFileSync(join(root, "Cargo.lock"), "utf8");
  const version = /name = "wasm-bindgen"\nversion = "(.*)"/.exec(lock)?.[1];
  if (!version) throw new Stop("Cargo.lock does not name wasm-bindgen.");
  return version;
}

/** @param {string} crate @param {string} command @param {string} version @param {string[]} options */
async function install(crate, command, version, ...options) {
  const found = await output(command, ["--version"]);
  if (found?.trim().split(" ")[1] === version) return;
  // Not --locked: a crate in its lock file may be missing from a registry's mirror.
  await step(`Install ${crate} ${version}`, () =>
    run(crate, "cargo", ["install", crate, "--version", version, ...options]),
  );
}
