import { openEngine, refusal, run, small } from "./engine";
import { under } from "./programs";
import { expect, test } from "./test";

const failures: [title: string, body: string[], kind: string, detail: object][] = [
  [
    "a program that raises",
    ["return 1 // 0"],
    "raised",
    { exception: "ZeroDivisionError", traceback: expect.stringContaining("return 1 // 0") },
  ],
  ["a program that never ends", ["while True:", "    pass"], "stopped", { limit: "time" }],
  [
    "a program that allocates for ever",
    ['s = "x"', "while True:", "    s = s + s"],
    "stopped",
    { limit: "memory" },
  ],
  [
    "an output that never ends",
    ["while True:", '    print("x" * 1000)'],
    "stopped",
    { limit: "output" },
  ],
  [
    "recursion without an end",
    ["return task(worker, workers, 0)"],
    "raised",
    { exception: "RecursionError" },
  ],
];

for (const model of ["sequential", "gil", "free-threaded", "process"] as const) {
  for (const [title, body, kind, detail] of failures) {
    test(`${title} ends ${model} with an error and leaves the engine usable`, async ({
      page,
      sites,
    }) => {
      const engine = await openEngine(page, sites.isolated);
      const failed = await refusal(engine, { ...under(model, ...body), timeLimitMs: 2000 });
      expect(failed).toMatchObject({
        name: "EngineError",
        kind,
        detail: { model, workers: 2, ...detail },
      });
      expect((await run(engine, { ...small, workers: [2], samples: 1 })).mismatches).toEqual([]);
    });
  }
}

test("a module that never ends is stopped", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const source = "while True:\n    pass\n\ndef task(worker, workers):\n    return 1\n";
  expect(await refusal(engine, { source, timeLimitMs: 1000 })).toMatchObject({
    kind: "stopped",
    detail: { limit: "time", worker: null },
  });
});

test("a number that grows for ever is stopped", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const request = under("sequential", "x = 3", "while True:", "    x = x * x");
  expect(await refusal(engine, request)).toMatchObject({ kind: "stopped" });
});

test("what is too short to be compared has its outputs and times, and no speedups", async ({
  page,
  sites,
}) => {
  // Its clock has steps of 0.1 ms, so that the baseline is too short however busy the machine is.
  const engine = await openEngine(page, sites.plain);
  const source = 'def task(worker, workers, n=3):\n    print("task", worker)\n    return n\n';
  const report = await run(engine, { source, workers: [1, 2], samples: 2, warmups: 0 });
  const models = ["sequential", "gil", "process"];
  expect([...new Set(report.results.map(({ model }) => model))]).toEqual(models);
  for (const { tasks, samples, speedup } of report.results) {
    expect(tasks[0]).toEqual({ worker: 0, result: "3", output: "task 0\n", outputCut: 0 });
    expect(samples.every(({ totalMs }) => totalMs >= 0)).toBe(true);
    expect(speedup).toBeNull();
  }
  expect(report.signs.map(({ kind }) => kind)).toEqual(["too-short"]);
  expect(report.narrative).toBe(
    "These runs are too short to compare: raise `n` to give the workers more to do.",
  );
});
