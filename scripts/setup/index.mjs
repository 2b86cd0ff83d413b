// Brings everything onto this machine that a build (and a test) needs, and nothing twice.
// It runs before node_modules exists: only Node's own modules may be used in setup/ and lib/.
import { installBrowser, installCompiler, installFirefox, installPython } from "./system.mjs";
import { installCargoTools, installGeckodriver } from "./cargo-tools.mjs";
import { installNodeModules } from "./node-modules.mjs";
import { installToolchain } from "./toolchain.mjs";

/** @param {{ browser?: boolean, firefox?: boolean, python?: boolean }} [wanted] */
export async function setUp({ browser = false, firefox = false, python = false } = {}) {
  await installNodeModules();
  await installCompiler();
  await installToolchain();
  await installCargoTools();
  if (browser) await installBrowser();
  if (firefox) {
    await installFirefox();
    await installGeckodriver();
  }
  if (python) await installPython();
}
