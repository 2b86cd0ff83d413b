/** The secondary part of the WebAssembly, which is loaded when a program calls what few others do. */
import type { Model, PlanRequest } from "../../www/engine";
import { RARE, RARE_SUMMARY, rareLink } from "../shared/rare";
import { openEngine, refusal, run } from "./engine";
import {
  article,
  expect,
  FOUND,
  frameOf,
  frameTag,
  labelsIn,
  runIn,
  statusIn,
  test,
  WITHOUT_SHARED_MEMORY,
} from "./hosts";

const SECONDARY = "**/gil_playground_secondary.wasm";

const REQUEST: PlanRequest = { source: RARE, workers: [2], work: "repeat", samples: 1, warmups: 0 };

for (const { site, models } of [
  { site: "isolated", models: ["sequential", "gil", "free-threaded", "process"] },
  { site: "plain", models: ["sequential", "process"] },
] as const) {
  test(`no bundled program needs it: ${site}`, async ({ page, sites }) => {
    test.setTimeout(240_000);
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    const engine = await openEngine(page, sites[site]);
    for (const { id } of await engine.evaluate((it) => it.programs())) {
      // Its workers talk through one queue, which processes do not share.
      const able = models.filter((model) => id !== "producer-consumer" || model !== "process");
      await run(engine, brief(id, able));
      expect(loaded.filter((url) => url.endsWith("secondary.wasm")), id).toEqual([]);
    }
    expect(loaded.some((url) => url.endsWith("gil_playground_bg.wasm"))).toBe(true);
  });
}

/** As a reader would run it, but once. */
function brief(program: string, models: Model[]): PlanRequest {
  return { program, size: "auto", models, workers: [1, 2], samples: 1, warmups: 0 };
}

test("what needs it runs under every model", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const report = await run(engine, REQUEST);
  expect(report.mismatches).toEqual([]);
  expect(report.results.map(({ summary }) => summary)).toEqual(Array.from({ length: 4 }, () => RARE_SUMMARY));
});

test("a sandboxed frame loads it, too", async ({ page, open, sites }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(article(frameTag(sites.isolated, rareLink(20_000), 'sandbox="allow-scripts"')));
  await runIn(frameOf(page)).click();
  await expect(statusIn(frameOf(page))).toHaveText(FOUND);
  await expect(labelsIn(frameOf(page))).toHaveText(WITHOUT_SHARED_MEMORY);
  expect(asked.some((url) => url.endsWith("/single/gil_playground_secondary.wasm"))).toBe(true);
});

test.describe("where it cannot be loaded", () => {
  test.use({ allowedErrors: /gil_playground_secondary|Failed to load resource|could not be loaded/ });

  test("the run fails with what is missing, and the engine goes on", async ({ page, sites }) => {
    const engine = await openEngine(page, sites.isolated);
    await page.context().route(SECONDARY, (route) => route.abort());
    const refused = await refusal(engine, REQUEST);
    expect(refused?.message).toMatch(/A part of the engine could not be loaded from http.*secondary/);
    await page.context().unroute(SECONDARY);
    expect((await run(engine, REQUEST)).results).toHaveLength(4);
  });
});
