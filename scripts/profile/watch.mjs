// Runs what the engine should be fast at, and takes its counters.
import { cpSync } from "node:fs";
import { basename, join } from "node:path";
import { chromium } from "@playwright/test";
import { ORDINARY, namesOf, sourceOf } from "../bench/programs.mjs";
import { makePages } from "../build/site.mjs";
import { chromiumArguments, findChromium } from "../lib/chromium.mjs";
import { cache, library } from "../lib/paths.mjs";
import { serveFolder } from "../lib/static-server.mjs";
import { Stop } from "../lib/step.mjs";

/** @typedef {{ takeProfile(): Uint8Array }} Counting */

/** What each build's memory policies are driven by. */
const MODELS = { single: ["sequential"], threads: ["sequential", "free-threaded"] };

/**
 * @param {"single" | "threads"} name @param {string} folder of the build that counts
 * @returns {Promise<Buffer[]>} the counters, as LLVM writes them
 */
export async function watch(name, folder) {
  const executablePath = findChromium();
  if (executablePath === null) throw new Stop("There is no Chromium.");
  const site = join(cache, "profile/site");
  await makePages(site);
  cpSync(folder, join(site, "counting", name), { recursive: true });
  cpSync(library, join(site, "counting", basename(library)));
  const server = await serveFolder({ folder: site, port: 0, isolated: name === "threads" });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const counters = [];
    for (const program of namesOf(ORDINARY)) {
      counters.push(await watchOne(browser, server.url, name, program));
    }
    return counters;
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * In an engine of its own, whose counters nothing else has seen.
 * @param {import("@playwright/test").Browser} browser @param {string} base address of the site
 * @param {"single" | "threads"} name @param {string} program
 */
async function watchOne(browser, base, name, program) {
  const page = await browser.newPage();
  await page.goto(`${base}engine.js`);
  const engine = await page.evaluateHandle(async (site) => {
    const module = /** @type {typeof import("../../www/engine/index.ts")} */ (
      await import(`${site}engine.js`)
    );
    return module.createEngine({ wasm: `${site}counting/` });
  }, base);
  const source = sourceOf(ORDINARY, program);
  const request = { source, models: MODELS[name], workers: [1], samples: 1, warmups: 0 };
  const [worker] = page.workers();
  await engine.evaluate((it, wanted) => it.run(wanted), request);
  // A larger thread pool, or a fault, would start another one.
  if (worker === undefined || worker !== page.workers()[0]) throw new Stop("The engine was lost.");
  const glue = `${base}counting/${name}/gil_playground.js`;
  const counters = await worker.evaluate(async (address) => {
    const counting = /** @type {Counting} */ (await import(address));
    const parts = [];
    const bytes = counting.takeProfile();
    for (let at = 0; at < bytes.length; at += 8192) {
      parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
    }
    return btoa(parts.join(""));
  }, glue);
  await page.close();
  return Buffer.from(counters, "base64");
}
