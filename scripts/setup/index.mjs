// Brings everything onto this machine that a build (and a test) needs, and nothing twice.
// It runs before node_modules exists: only Node's own modules may be used in setup/ and lib/.
import { needed, runTasks } from "../lib/tasks.mjs";
import { installGeckodriver, installWasmPack } from "./cargo-tools.mjs";
import { installNodeModules } from "./node-modules.mjs";
import { installBrowser, installCompiler, installFirefox, installPython } from "./system.mjs";
import { installToolchain } from "./toolchain.mjs";

/** @type {import("../lib/tasks.mjs").Task[]} */
export const setupTasks = [
  { name: "compiler", uses: "apt", run: installCompiler },
  { name: "rust", after: ["compiler"], run: installToolchain },
  { name: "npm", run: installNodeModules },
  { name: "python", uses: "apt", run: installPython },
  { name: "chromium", uses: "apt", run: installBrowser },
  { name: "firefox", uses: "apt", run: installFirefox },
];

/** Builds do not wait for these. @type {import("../lib/tasks.mjs").Task[]} */
export const testTools = [
  { name: "wasm-pack", after: ["rust"], run: installWasmPack },
  { name: "geckodriver", after: ["rust"], run: installGeckodriver },
];

/** For what needs more than a build. @param {{ browser?: boolean, python?: boolean }} wanted */
export async function setUp({ browser = false, python = false }) {
  const names = ["npm", "rust", ...(browser ? ["chromium"] : []), ...(python ? ["python"] : [])];
  await runTasks(needed(setupTasks, names));
}
