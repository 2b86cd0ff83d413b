// All suites. `npm test` runs the daily ones, in this order where nothing else decides;
// `npm test -- NAME…` those named.
import { join } from "node:path";
import { builds } from "../build/wasm.mjs";
import { root } from "../lib/paths.mjs";
import { cargoTests, check, npmScript, playwright, vitest } from "./runners.mjs";

/**
 * @typedef {{
 *   name: string,
 *   title: string,
 *   after?: string[],
 *   uses?: string,
 *   alone?: boolean,
 *   isRare?: boolean,
 *   run: import("./runners.mjs").Runner,
 * }} Suite a task (see lib/tasks.mjs) that counts its tests; a rare one belongs to
 *   `npm run endurance`
 */

const WASM = ["--target", "wasm32-unknown-unknown"];
const DENY_WARNINGS = ["--", "-D", "warnings"];
const CHROME = ["test", "--headless", "--chrome"];
const FIREFOX = ["test", "--headless", "--firefox"];
/** Seconds: wasm-bindgen's runner gives up after 20 otherwise. */
const PATIENT = { WASM_BINDGEN_TEST_TIMEOUT: "120" };
/** Each in the target folder of its build, which cargo locks while it compiles. */
const single = { env: { ...PATIENT, ...builds.single.env }, uses: "target/single" };
const threads = {
  options: builds.threads.options,
  env: { ...PATIENT, ...builds.threads.env },
  uses: "target/threads",
};

/** A target folder of its own: other flags would rebuild everything each time. @param {string} name */
const targetFolder = (name) => ({ CARGO_TARGET_DIR: join(root, "target", name) });

/** Tests of what the files hold that tests/layers.rs lets have unsafe code. */
const OF_UNSAFE_CODE = [
  "allocator",
  "sched::process::native",
  "vm::attributes",
  "vm::count",
  "vm::heap",
  "vm::list",
  "vm::short",
  "vm::tests",
  "vm::text",
  "vm::value",
];
const MIRI = ["miri", "test", "--lib"];
const LOOM_TESTS = ["gil_loom", "count_loom", "others_loom"];
const LOOM = ["test", ...LOOM_TESTS.flatMap((test) => ["--test", test])];
const inLoom = { ...targetFolder("loom"), RUSTFLAGS: "--cfg gil_loom" };

/** @param {string} test @param {Record<string, string>} env */
const forLong = (test, env) =>
  cargoTests("cargo", ["test", "--release", "--test", test, "--", "--nocapture"], env);

/** @type {Suite[]} */
export const suites = [
  { name: "format", title: "Rust format", run: check("cargo", ["fmt", "--check"]) },
  {
    name: "types",
    title: "TypeScript types",
    after: ["npm", "export"],
    run: check("node", [npmScript("typescript/bin/tsc")]),
  },
  {
    name: "lint",
    title: "TypeScript lint",
    after: ["npm", "export"],
    run: check("node", [npmScript("oxlint/bin/oxlint")]),
  },
  // Browsers have the machine to themselves: their tests have an end by time.
  {
    name: "e2e",
    title: "End to end in Chromium",
    after: ["site", "chromium"],
    alone: true,
    run: playwright("tests/e2e"),
  },
  {
    name: "clippy",
    title: "Rust lint, native",
    after: ["rust"],
    uses: "target",
    run: check("cargo", ["clippy", "--all-targets", ...DENY_WARNINGS]),
  },
  { name: "unit", title: "TypeScript units", after: ["npm", "export"], run: vitest() },
  {
    name: "native",
    title: "Rust, native",
    after: ["rust", "python"],
    uses: "target",
    run: cargoTests("cargo", ["test", "--no-fail-fast"]),
  },
  {
    name: "miri",
    title: "Unsafe code under Miri",
    after: ["rust"],
    uses: "target/miri",
    run: cargoTests("cargo", [...MIRI, "--", ...OF_UNSAFE_CODE], targetFolder("miri")),
  },
  {
    name: "clippy-single",
    title: "Rust lint, single build",
    after: ["rust"],
    uses: single.uses,
    run: check("cargo", ["clippy", "--all-targets", ...WASM, ...DENY_WARNINGS], single.env),
  },
  {
    name: "wasm-single",
    title: "wasm-pack single, Chromium",
    after: ["wasm-pack", "chromium"],
    alone: true,
    run: cargoTests("wasm-pack", CHROME, single.env),
  },
  {
    name: "wasm-single-firefox",
    title: "wasm-pack single, Firefox",
    after: ["wasm-pack", "firefox", "geckodriver"],
    alone: true,
    run: cargoTests("wasm-pack", FIREFOX, single.env),
  },
  {
    name: "clippy-threads",
    title: "Rust lint, threads build",
    after: ["rust"],
    uses: threads.uses,
    run: check(
      "cargo",
      ["clippy", "--all-targets", ...threads.options, ...WASM, ...DENY_WARNINGS],
      threads.env,
    ),
  },
  {
    name: "wasm-threads",
    title: "wasm-pack threads, Chromium",
    after: ["wasm-pack", "chromium"],
    alone: true,
    run: cargoTests("wasm-pack", [...CHROME, "--", ...threads.options], threads.env),
  },
  {
    name: "wasm-threads-firefox",
    title: "wasm-pack threads, Firefox",
    after: ["wasm-pack", "firefox", "geckodriver"],
    alone: true,
    run: cargoTests("wasm-pack", [...FIREFOX, "--", ...threads.options], threads.env),
  },
  {
    name: "loom",
    title: "The GIL, counts and heaps under loom",
    after: ["rust"],
    uses: "target/loom",
    // What goes wrong mostly does with few switches at bad moments.
    run: cargoTests("cargo", LOOM, { ...inLoom, LOOM_MAX_PREEMPTIONS: "3" }),
  },
  {
    name: "package",
    title: "The npm package",
    after: ["site", "chromium"],
    alone: true,
    run: playwright("tests/package"),
  },
  {
    name: "e2e-firefox",
    title: "End to end in Firefox",
    after: ["site", "firefox", "geckodriver"],
    alone: true,
    run: vitest("--config", "tests/firefox/vitest.config.ts"),
  },
  // What looks at times has the machine to itself.
  {
    name: "lighthouse",
    title: "Lighthouse",
    after: ["site", "chromium"],
    alone: true,
    run: vitest("--config", "tests/lighthouse/vitest.config.ts"),
  },
  // What takes long and finds the rare.
  {
    name: "property-10000",
    title: "10,000 random programs",
    after: ["rust", "python"],
    isRare: true,
    run: forLong("property", { CASES: "10000" }),
  },
  {
    name: "fuzz-hour",
    title: "An hour of fuzzing",
    after: ["rust", "python"],
    isRare: true,
    run: forLong("fuzz", { FUZZ_SECONDS: "3600" }),
  },
  {
    name: "miri-all",
    title: "The machine under Miri",
    after: ["rust"],
    uses: "target/miri",
    isRare: true,
    run: cargoTests("cargo", [...MIRI, "vm::"], targetFolder("miri")),
  },
  {
    name: "loom-all",
    title: "The GIL, counts and heaps under loom, all ways",
    after: ["rust"],
    uses: "target/loom",
    isRare: true,
    run: cargoTests("cargo", LOOM, inLoom),
  },
];
