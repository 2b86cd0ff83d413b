// What comes from the system: a C compiler for cargo; for the tests a browser with its driver, and
// the python3 that programs are compared with.
import { findChromedriver, findChromium } from "../lib/chromium.mjs";
import { findFirefox } from "../lib/firefox.mjs";
import { output, run, which } from "../lib/shell.mjs";
import { Stop, step } from "../lib/step.mjs";

export async function installCompiler() {
  if (!which("cc"))
    await install(["build-essential"], "a C compiler named cc, which cargo links with");
}

export async function installBrowser() {
  if (findChromium() && findChromedriver()) return;
  await install(
    ["chromium", "chromium-driver"],
    "Chromium (chromium, chromium-browser or google-chrome on the PATH, or CHROMIUM=path) " +
      "and chromedriver of the same version on the PATH",
  );
  if (!findChromium() || !findChromedriver()) {
    throw new Stop("apt installed no chromium or no chromedriver. Put both on the PATH.");
  }
}

export async function installFirefox() {
  if (findFirefox()) return;
  await install(["firefox-esr"], "Firefox (firefox or firefox-esr on the PATH, or FIREFOX=path)");
  if (!findFirefox()) throw new Stop("apt installed no Firefox. Put one on the PATH.");
}

/** Compiles C for WebAssembly: only profiling needs that. */
export async function installClang() {
  if (!which("clang")) await install(["clang"], "clang on the PATH");
}

export async function installPython() {
  if (!which("python3")) await install(["python3"], "python3 (CPython 3.11 or later) on the PATH");
}

/** @param {string[]} packages of Debian @param {string} purpose */
async function install(packages, purpose) {
  const apt = await aptGet();
  if (!apt) {
    throw new Stop(
      `Missing: ${purpose}.\nInstall it and run this command again. On Debian:\n` +
        `  sudo apt-get update && sudo apt-get install ${packages.join(" ")}`,
    );
  }
  const [command = "", ...args] = apt;
  await step(`Install ${packages.join(" and ")} with apt`, async () => {
    await run("apt-update", command, [...args, "update"]);
    await run("apt-install", command, [...args, "install", "-y", ...packages]);
  });
}

/** How to call apt-get here without asking for a password; null if there is no way. */
async function aptGet() {
  if (!which("apt-get")) return null;
  const quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
  if (process.getuid?.() === 0) return quiet;
  const mayBeRoot = (await output("sudo", ["-n", "true"])) !== null;
  return mayBeRoot ? ["sudo", "-n", ...quiet] : null;
}
