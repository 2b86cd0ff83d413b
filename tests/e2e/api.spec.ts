import { openEngine, resultOf, run, small } from "./engine";
import { expect, test } from "./test";

const MODELS = ["sequential", "gil", "free-threaded", "process"] as const;

test("the engine tells about the device and its build", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const environment = await engine.evaluate((it) => it.environment);
  expect(environment).toMatchObject({ isolated: true, build: "threads" });
  expect(environment.cores).toBe(await page.evaluate(() => navigator.hardwareConcurrency));
  expect(environment.userAgent).toContain("Chrome/");
  expect(environment.timerStepUs).toBeGreaterThan(0);
  expect(environment.timerStepUs).toBeLessThan(1000);
  expect(environment.version).toMatch(/^\d+\.\d+\.\d+$/);
});

test("the engine offers all models and the bundled programs", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const models = await engine.evaluate((it) => it.models());
  expect(models.map(({ id }) => id)).toEqual([...MODELS, "subinterpreters"]);
  const missing = models.filter(({ available, whyNot }) => !available || whyNot !== null);
  expect(missing.map(({ id }) => id)).toEqual(["subinterpreters"]);
  const programs = await engine.evaluate((it) => it.programs());
  const published = programs.map(({ id, parameters, sizeParameter }) => {
    const size = parameters.find(({ name }) => name === sizeParameter);
    return [id, size?.default];
  });
  expect(published).toContainEqual(["countdown", 50_000_000]);
  expect(published).toContainEqual(["fib", 40]);
});

test("check finds nothing in what is supported, and says where what is not stands", async ({
  page,
  sites,
}) => {
  const engine = await openEngine(page, sites.isolated);
  const check = (source: string) => engine.evaluate((it, text) => it.check(text), source);
  expect(await check("def task(worker, workers, n: int = 10):\n    return n + worker\n")).toEqual(
    [],
  );
  const [unsupported] = await check("def task(worker, workers):\n    x = t''\n    return x\n");
  expect(unsupported).toMatchObject({
    line: 2,
    column: 9,
    message: "t-strings are not supported",
    sourceLine: "    x = t''",
  });
  const [syntax] = await check("def task(worker, workers:\n    return 1\n");
  expect(syntax?.line).toBe(1);
});

test("an experiment has every part, and every model the same results", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const report = await run(engine, small);
  expect(report.plan).toMatchObject({ ...small, models: [...MODELS] });
  expect(report.mismatches).toEqual([]);
  expect(report.results).toHaveLength(8);
  expect(new Set(report.results.map(({ model, workers }) => `${model} ${workers}`))).toEqual(
    new Set(MODELS.flatMap((model) => [`${model} 1`, `${model} 2`])),
  );
  for (const { model, workers, samples, tasks, speedup, median } of report.results) {
    expect(samples).toHaveLength(2);
    expect(tasks.map(({ worker }) => worker)).toEqual(
      Array.from({ length: workers }, (_, worker) => worker),
    );
    expect(tasks).toEqual(resultOf(report, "sequential", workers).tasks);
    expect(median.computeMs).toBeGreaterThan(0);
    if (model === "sequential") expect(speedup).toBeNull();
    else expect(speedup?.value).toBeGreaterThan(0);
    for (const sample of samples) {
      const parts = [
        sample.startUpMs,
        sample.copyInMs,
        sample.computeMs,
        sample.copyOutMs,
        sample.joinMs,
      ];
      expect(parts.every((part) => part >= 0)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(sample.totalMs, 3);
      expect(sample.tasks).toHaveLength(workers);
    }
  }
});

test("only processes copy and only the GIL is handed on", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const report = await run(engine, {
    ...small,
    args: { n: 40_000_000 },
    workers: [2],
    switchIntervalMs: 1,
  });
  expect(resultOf(report, "process", 2).median.copyInMs).toBeGreaterThan(0);
  expect(resultOf(report, "process", 2).median.startUpMs).toBeGreaterThan(0);
  expect(resultOf(report, "gil", 2).handOffs).toBeGreaterThan(1);
  for (const model of ["sequential", "free-threaded", "process"] as const) {
    expect(resultOf(report, model, 2).handOffs).toBeNull();
  }
});

test("what is printed belongs to its task", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const source = [
    "def task(worker, workers, n=3_000_000):",
    '    print("task", worker, "of", workers)',
    "    while n > 0:",
    "        n -= 1",
    "    return worker * 1.5",
  ].join("\n");
  const report = await run(engine, { source, workers: [2], samples: 1, warmups: 0 });
  for (const { tasks } of report.results) {
    expect(tasks).toEqual([
      { worker: 0, result: "0.0", output: "task 0 of 2\n", outputCut: 0 },
      { worker: 1, result: "1.5", output: "task 1 of 2\n", outputCut: 0 },
    ]);
  }
});

test("progress is told run by run and reaches its end", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const seen = await engine.evaluate(async (it, request) => {
    const steps: [done: number, total: number][] = [];
    await it.run(request, { onProgress: ({ done, total }) => steps.push([done, total]) });
    return steps;
  }, small);
  expect(seen.length).toBeGreaterThan(8);
  expect(seen.map(([done]) => done)).toEqual(seen.map((_, index) => index + 1));
  const [done, total] = seen.at(-1) ?? [0, -1];
  expect(done).toBe(total);
});
