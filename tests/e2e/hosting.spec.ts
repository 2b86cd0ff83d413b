import type * as engineModule from "../../www/engine";
import { run as runPage } from "./controls";
import { openEngine, refusal, resultOf, run, small } from "./engine";
import { expect, test } from "./test";

test("without isolation the single build runs what it honestly can", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.plain);
  expect(await engine.evaluate((it) => it.environment)).toMatchObject({
    isolated: false,
    build: "single",
  });
  const models = await engine.evaluate((it) => it.models());
  const available = models.filter((model) => model.available).map(({ id }) => id);
  expect(available).toEqual(["sequential", "gil", "process"]);

  const report = await run(engine, { ...small, args: { n: 20_000_000 } });
  expect(report.plan.models).toEqual(available);
  expect(report.mismatches).toEqual([]);
  const source = `total = 0
def task(worker, workers):
    global total
    for _ in range(100000):
        total += 1
def summary(results):
    return total
`;
  const shared = await run(engine, { source, models: ["gil"], workers: [2], samples: 1 });
  expect(resultOf(shared, "gil", 2).summary).toBe("200000");
  expect(await refusal(engine, { source, models: ["free-threaded"] })).toMatchObject({
    kind: "unavailable-model",
    detail: { model: "free-threaded" },
  });
});

test("without isolation a run is aborted out of a process", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.plain);
  const readyMs = await engine.evaluate(async (it) => {
    const source = "def task(worker, workers):\n    while True:\n        pass\n";
    const controller = new AbortController();
    const ended = it.run({ source }, { signal: controller.signal }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const start = performance.now();
    controller.abort();
    await ended;
    await it.check("x = 1");
    return performance.now() - start;
  });
  expect(readyMs).toBeLessThan(1000);
});

test("the engine runs from a folder of a larger site", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.nested);
  expect((await run(engine, small)).mismatches).toEqual([]);
});

test("a page of another origin can import the engine", async ({ page, sites }) => {
  await page.goto(`${sites.plain}engine.js`);
  const available = await page.evaluate(async (script) => {
    const { createEngine } = (await import(script)) as typeof engineModule;
    const engine = await createEngine();
    return engine.models().flatMap((model) => (model.available ? [model.id] : []));
  }, `${sites.isolated}engine.js`);
  expect(available).toEqual(["sequential", "gil", "process"]);
});

test("the page works from a folder of a larger site", async ({ page, sites }) => {
  await page.goto(`${sites.nested}#v=1&models=gil&workers=2&samples=1`);
  await runPage(page);
});
