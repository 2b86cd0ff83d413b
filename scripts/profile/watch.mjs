// Runs what the engine should be fast at, and takes its counters.
import { cpSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { chromium } from "@playwright/test";
import { ORDINARY, namesOf, sourceOf } from "../bench/programs.mjs";
import { makePages } from "../build/site.mjs";
import { chromiumArguments, findChromium } from "../lib/chromium.mjs";
import { cache, library, root } from "../lib/paths.mjs";
import { serveFolder } from "../lib/static-server.mjs";
import { Stop } from "../lib/step.mjs";

/**
 * @typedef {import("../../www/engine/index.ts").Engine} Engine
 * @typedef {import("../../www/engine/index.ts").ExecuteRequest} ExecuteRequest
 * @typedef {import("../../www/engine/index.ts").PlanRequest} PlanRequest
 * @typedef {{ takeProfile(): Uint8Array }} Counting
 */

/** What each build's memory policies are driven by. */
const MODELS = { single: ["sequential"], threads: ["sequential", "free-threaded"] };
/** @type {Record<"single" | "threads", Required<ExecuteRequest>["runtime"][]>} */
const RUNTIMES = { single: ["gil"], threads: ["gil", "free-threaded"] };

/** What programs do with the library. */
const SCRIPTS = join(root, "tests/scripts");

/**
 * @param {"single" | "threads"} name @param {string} folder of the build that counts
 * @returns {Promise<Buffer>} the counters, as LLVM writes them
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
    const page = await browser.newPage();
    await page.goto(`${server.url}engine.js`);
    const engine = await page.evaluateHandle(async (base) => {
      const module = /** @type {typeof import("../../www/engine/index.ts")} */ (
        await import(`${base}engine.js`)
      );
      return module.createEngine({ wasm: `${base}counting/` });
    }, server.url);
    await runPrograms(engine, name);
    return await takeCounters(page, `${server.url}counting/${name}/gil_playground.js`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {import("@playwright/test").JSHandle<Engine>} engine @param {"single" | "threads"} name
 */
async function runPrograms(engine, name) {
  for (const program of namesOf(ORDINARY)) {
    const models = MODELS[name];
    /** @type {PlanRequest} */
    const request = { source: sourceOf(ORDINARY, program), models, workers: [1], samples: 1 };
    await engine.evaluate((it, wanted) => it.run(wanted), { ...request, warmups: 0 });
  }
  for (const file of readdirSync(SCRIPTS).filter((found) => found.endsWith(".py"))) {
    const source = readFileSync(join(SCRIPTS, file), "utf8");
    for (const runtime of RUNTIMES[name]) {
      await engine.evaluate((it, wanted) => it.execute(wanted), { source, runtime });
    }
  }
}

/** The engine's worker has the glue loaded, and all threads count in its memory. */
async function takeCounters(
  /** @type {import("@playwright/test").Page} */ page,
  /** @type {string} */ glue,
) {
  for (const worker of page.workers()) {
    const counters = await worker
      .evaluate(async (address) => {
        const counting = /** @type {Counting} */ (await import(address));
        return Array.from(counting.takeProfile());
      }, glue)
      .catch(() => null);
    if (counters !== null) return Buffer.from(counters);
  }
  throw new Stop("No worker of the page has the engine.");
}
