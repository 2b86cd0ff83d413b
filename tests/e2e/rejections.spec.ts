import { openEngine, refusal, run, small } from "./engine";
import { expect, test } from "./test";

/** A task with this body, on two workers of every model. */
function program(...body: string[]): object {
  const source = ["def task(worker, workers):", ...body.map((line) => `    ${line}`)].join("\n");
  return { source, workers: [2], samples: 1, warmups: 0 };
}

const requests: [title: string, request: object, kind: string, detail: object][] = [
  ["an unknown program", { program: "mandelbrot" }, "unknown-program", { name: "mandelbrot" }],
  ["an unknown model", { ...small, models: ["magic"] }, "unknown-model", { name: "magic" }],
  ["too many workers", { ...small, workers: [10_000] }, "bad-request", { field: "workers" }],
  ["no workers", { ...small, workers: [0] }, "bad-request", { field: "workers" }],
  ["a negative number of samples", { ...small, samples: -1 }, "bad-request", { field: "samples" }],
  ["a misspelt option", { ...small, sample: 3 }, "bad-request", { field: "sample" }],
  [
    "an argument that the task does not have",
    { ...small, args: { m: 1 } },
    "bad-request",
    { field: "args" },
  ],
  ["neither program nor source", { workers: [1] }, "bad-request", {}],
  ["source that is not Python", { source: "def task(:" }, "bad-source", {}],
  ["source without a task", { source: "x = 1" }, "bad-source", {}],
];

for (const [title, request, kind, detail] of requests) {
  test(`${title} is refused`, async ({ page, sites }) => {
    const engine = await openEngine(page, sites.isolated);
    const refused = await refusal(engine, request);
    expect(refused).toMatchObject({ name: "EngineError", kind, detail });
    expect(refused?.message).not.toBe("");
  });
}

const failures: [title: string, request: object, kind: string, detail: object][] = [
  [
    "a program that raises",
    program("return 1 // worker"),
    "raised",
    { exception: "ZeroDivisionError", traceback: expect.stringContaining("return 1 // worker") },
  ],
  [
    "a program that never ends",
    { ...program("while True:", "    pass"), timeLimitMs: 1000 },
    "stopped",
    { limit: "time" },
  ],
  [
    "a string that grows for ever",
    program('s = "x"', "while True:", "    s = s + s"),
    "stopped",
    { limit: "memory" },
  ],
  ["a number that grows for ever", program("x = 3", "while True:", "    x = x * x"), "stopped", {}],
  [
    "an output that never ends",
    program("while True:", '    print("x" * 1000)'),
    "stopped",
    { limit: "output" },
  ],
  [
    "recursion without an end",
    {
      source: "def f(n):\n    return f(n + 1)\n\ndef task(worker, workers):\n    return f(0)\n",
      workers: [2],
    },
    "raised",
    { exception: "RecursionError" },
  ],
  [
    "a module that never ends",
    { source: "while True:\n    pass\ndef task(worker, workers):\n    pass\n", timeLimitMs: 1000 },
    "stopped",
    { limit: "time", worker: null },
  ],
  ["a sample too short to measure", { ...small, args: { n: 1 } }, "too-short", {}],
];

for (const [title, request, kind, detail] of failures) {
  test(`${title} ends with an error and leaves the engine usable`, async ({ page, sites }) => {
    const engine = await openEngine(page, sites.isolated);
    for (const model of ["sequential", "gil", "free-threaded", "process"]) {
      const refused = await refusal(engine, { ...request, models: [model] });
      expect(refused, model).toMatchObject({ name: "EngineError", kind, detail });
    }
    const report = await run(engine, { ...small, workers: [2], samples: 1 });
    expect(report.mismatches).toEqual([]);
  });
}

test("a second run at the same time is refused, and the first goes on", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const [kind, mismatches] = await engine.evaluate(async (it, request) => {
    const first = it.run(request);
    const second = await it.run(request).catch(({ kind: reason }: { kind: string }) => reason);
    return [second, (await first).mismatches] as const;
  }, small);
  expect(kind).toBe("busy");
  expect(mismatches).toEqual([]);
});

test("a closed engine refuses", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  await engine.evaluate((it) => it.close());
  expect(await refusal(engine, small)).toMatchObject({ kind: "closed" });
});
