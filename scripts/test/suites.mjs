// All suites, the quick ones first. `npm test -- NAME…` runs those named.
import { join } from "node:path";
import { builds } from "../build/wasm.mjs";
import { root } from "../lib/paths.mjs";
import { cargoTests, check, npmScript, playwright, vitest } from "./runners.mjs";

/**
 * @typedef {{
 *   name: string,
 *   title: string,
 *   needs?: "types" | "browser" | "firefox" | "python",
 *   run: import("./runners.mjs").Runner,
 * }} Suite `types` are exported from Rust; `browser` is the built site and Chromium to open it,
 *   `firefox` the same with Firefox
 */

const WASM = ["--target", "wasm32-unknown-unknown"];
const DENY_WARNINGS = ["--", "-D", "warnings"];
const CHROME = ["test", "--headless", "--chrome"];
const FIREFOX = ["test", "--headless", "--firefox"];
/** Seconds: wasm-bindgen's runner gives up after 20 otherwise. */
const PATIENT = { WASM_BINDGEN_TEST_TIMEOUT: "120" };

/** A target folder of its own: other flags would rebuild everything each time. @param {string} name */
const targetFolder = (name) => ({ CARGO_TARGET_DIR: join(root, "target", name) });

/** @type {Suite[]} */
export const suites = [
  { name: "format", title: "Rust format", run: check("cargo", ["fmt", "--check"]) },
  {
    name: "types",
    title: "TypeScript types",
    needs: "types",
    run: check("node", [npmScript("typescript/bin/tsc")]),
  },
  {
    name: "lint",
    title: "TypeScript lint",
    needs: "types",
    run: check("node", [npmScript("oxlint/bin/oxlint")]),
  },
  {
    name: "clippy",
    title: "Rust lint, native",
    run: check("cargo", ["clippy", "--all-targets", ...DENY_WARNINGS]),
  },
  {
    name: "clippy-single",
    title: "Rust lint, single build",
    run: check("cargo", ["clippy", "--all-targets", ...WASM, ...DENY_WARNINGS]),
  },
  {
    name: "clippy-threads",
    title: "Rust lint, threads build",
    run: check(
      "cargo",
      ["clippy", "--all-targets", ...builds.threads.options, ...WASM, ...DENY_WARNINGS],
      builds.threads.env,
    ),
  },
  { name: "unit", title: "TypeScript units", needs: "types", run: vitest() },
  {
    name: "native",
    title: "Rust, native",
    needs: "python",
    run: cargoTests("cargo", ["test", "--no-fail-fast"]),
  },
  {
    name: "loom",
    title: "The GIL under loom",
    run: cargoTests("cargo", ["test", "--test", "gil_loom"], {
      ...targetFolder("loom"),
      RUSTFLAGS: "--cfg gil_loom",
    }),
  },
  {
    name: "miri",
    title: "Unsafe code under Miri",
    run: cargoTests("cargo", ["miri", "test", "--lib", "vm::"], targetFolder("miri")),
  },
  {
    name: "wasm-single",
    title: "wasm-pack single, Chromium",
    needs: "browser",
    run: cargoTests("wasm-pack", CHROME, PATIENT),
  },
  {
    name: "wasm-threads",
    title: "wasm-pack threads, Chromium",
    needs: "browser",
    run: cargoTests("wasm-pack", [...CHROME, "--", ...builds.threads.options], {
      ...PATIENT,
      ...builds.threads.env,
    }),
  },
  {
    name: "wasm-single-firefox",
    title: "wasm-pack single, Firefox",
    needs: "firefox",
    run: cargoTests("wasm-pack", FIREFOX, PATIENT),
  },
  {
    name: "wasm-threads-firefox",
    title: "wasm-pack threads, Firefox",
    needs: "firefox",
    run: cargoTests("wasm-pack", [...FIREFOX, "--", ...builds.threads.options], {
      ...PATIENT,
      ...builds.threads.env,
    }),
  },
  { name: "e2e", title: "End to end in Chromium", needs: "browser", run: playwright("tests/e2e") },
  {
    name: "lighthouse",
    title: "Lighthouse",
    needs: "browser",
    run: vitest("--config", "tests/lighthouse/vitest.config.ts"),
  },
  {
    name: "package",
    title: "The npm package",
    needs: "browser",
    run: playwright("tests/package"),
  },
  {
    name: "firefox",
    title: "End to end in Firefox",
    needs: "firefox",
    run: vitest("--config", "tests/firefox/vitest.config.ts"),
  },
];
