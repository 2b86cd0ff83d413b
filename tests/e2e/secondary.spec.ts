/** The secondary part of the WebAssembly, which is loaded when a program calls what few others do. */
import { openEngine, refusal, run } from "./engine";
import { expect, test } from "./test";
import type { Model, PlanRequest } from "../../www/engine";

const SECONDARY = "**/gil_playground_secondary.wasm";

const RARE: PlanRequest = {
  source: [
    "import random",
    "def task(worker, workers):",
    "    for _ in range(20_000):",
    "        random.seed(7)",
    "    return [f'{7 ** 30:,}', '%6.2f' % random.random(), {1, 2} | {3}, 'abc'.center(7, '*')]",
    "def summary(results):",
    "    return str(results[0])",
  ].join("\n"),
  workers: [2],
  work: "repeat",
  samples: 1,
  warmups: 0,
};

/** As CPython prints it. */
const SEEN = "['22,539,340,290,692,258,087,863,249', '  0.32', {1, 2, 3}, '**abc**']";

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
  const report = await run(engine, RARE);
  expect(report.mismatches).toEqual([]);
  expect(report.results.map(({ summary }) => summary)).toEqual([SEEN, SEEN, SEEN, SEEN]);
});

test.describe("where it cannot be loaded", () => {
  test.use({ allowedErrors: /gil_playground_secondary|Failed to load resource|could not be loaded/ });

  test("the run fails with what is missing, and the engine goes on", async ({ page, sites }) => {
    const engine = await openEngine(page, sites.isolated);
    await page.context().route(SECONDARY, (route) => route.abort());
    const refused = await refusal(engine, RARE);
    expect(refused?.message).toMatch(/A part of the engine could not be loaded from http.*secondary/);
    await page.context().unroute(SECONDARY);
    expect((await run(engine, RARE)).results).toHaveLength(4);
  });
});
