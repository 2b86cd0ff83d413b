// The packages of package-lock.json.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { Stop, step } from "../lib/step.mjs";

export async function installNodeModules() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(`Node ${process.versions.node} is too old: Vite needs 20.19 or later.`);
  }
  if (!areInstalled()) await step("Install npm packages", () => run("npm-ci", "npm", ["ci"]));
}

/** Does node_modules hold what package-lock.json asks for? */
function areInstalled() {
  const installedLock = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installedLock)) return false;
  const wanted = packagesOf(join(root, "package-lock.json"));
  const installed = packagesOf(installedLock);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const found = installed[path];
    // Optional packages for other platforms are rightly absent.
    return path === "" || (found ? found.version === version : optional);
  });
}

/** @param {string} lock @returns {Record<string, { version: string, optional?: boolean }>} */
function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, "utf8")).packages;
}
