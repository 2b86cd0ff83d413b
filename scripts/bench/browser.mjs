// The built site in a headless Chromium, and the engine there through its public API.
import { chromium } from "@playwright/test";
import { chromiumArguments, findChromium } from "../lib/chromium.mjs";
import { dist } from "../lib/paths.mjs";
import { serveFolder } from "../lib/static-server.mjs";
import { Stop } from "../lib/step.mjs";

/**
 * @typedef {import("../../www/engine/index.ts").Engine} Engine
 * @typedef {import("../../www/engine/index.ts").PlanRequest} PlanRequest
 * @typedef {import("../../www/engine/index.ts").ModelResult} ModelResult
 * @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser
 */

export async function openBrowser() {
  const executablePath = findChromium();
  if (executablePath === null) throw new Stop("There is no Chromium.");
  const server = await serveFolder({ folder: dist, port: 0 });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  const page = await browser.newPage();
  // Any document of the site will do, and this one has nothing that competes for a core.
  const script = `${server.url}engine.js`;
  await page.goto(script);
  const engine = await page.evaluateHandle(async (address) => {
    const module = /** @type {typeof import("../../www/engine/index.ts")} */ (
      await import(address)
    );
    return module.createEngine();
  }, script);
  return {
    page,
    engine,
    /** Another page, for what is measured beside the engine. */
    newPage: () => browser.newPage(),
    version: browser.version(),
    environment: await engine.evaluate((it) => it.environment),
    programs: await engine.evaluate((it) => it.programs()),
    /** The whole report of a run. @param {PlanRequest} request */
    async report(request) {
      const report = await engine.evaluate((it, wanted) => it.run(wanted), request);
      const { mismatches } = report;
      if (mismatches.length > 0) throw new Stop(`Results differ: ${JSON.stringify(mismatches)}`);
      return report;
    },
    /** What it measured. @param {PlanRequest} request */
    async run(request) {
      return (await this.report(request)).results;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * The times of one model's samples without starting its workers, in milliseconds.
 * @param {readonly ModelResult[]} results @param {string} model
 */
export function times(results, model) {
  const samples = results.find((result) => result.model === model)?.samples ?? [];
  if (samples.length === 0) throw new Stop(`The report has no sample of ${model}.`);
  return samples.map(({ totalMs, startUpMs }) => totalMs - startUpMs);
}
