import { openEngine, refusal, small } from "./engine";
import { expect, test } from "./test";

const requests: [title: string, request: object, kind: string, detail: object][] = [
  ["an unknown program", { program: "no-such" }, "unknown-program", { name: "no-such" }],
  ["an unknown model", { ...small, models: ["magic"] }, "unknown-model", { name: "magic" }],
  ["too many workers", { ...small, workers: [10_000] }, "bad-request", { field: "workers" }],
  ["no workers", { ...small, workers: [0] }, "bad-request", { field: "workers" }],
  ["a negative number of samples", { ...small, samples: -1 }, "bad-request", { field: "samples" }],
  ["a misspelt option", { ...small, sample: 3 }, "bad-request", { field: "sample" }],
  ["a word for a number", { ...small, samples: "three" }, "bad-request", { field: "samples" }],
  ["a word among numbers", { ...small, workers: [1, "two"] }, "bad-request", { field: "workers" }],
  ["a list for an argument", { ...small, args: { n: [1] } }, "bad-request", { field: "args" }],
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
    expect(refused).toMatchObject({ name: "EngineError", className: "EngineError", kind, detail });
    expect(refused?.message).not.toBe("");
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
