import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Inspection, Report, Sweep } from "../generated/types";
import { createEngine, type Engine, type RunOptions } from "./engine";
import { EngineError } from "./errors";
import { FakeWorker, stubBrowser } from "./testing/worker";

const options = { wasm: "http://localhost/wasm/" };

beforeEach(() => stubBrowser({ isolated: true }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Starts a run and waits until its worker has been told. */
async function running(engine: Engine, run: RunOptions = {}): Promise<{ id: number; end: Promise<unknown> }> {
  const end = engine.run({ program: "fib" }, run).catch((error: unknown) => error);
  const { id } = await FakeWorker.last.call("run");
  return { id, end };
}

test("isolation alone decides between the builds", async () => {
  await createEngine(options);
  expect(FakeWorker.last.start).toMatchObject({
    glue: "http://localhost/wasm/threads/gil_playground.js",
    threads: 2,
  });
  stubBrowser({ isolated: false });
  await createEngine(options);
  expect(FakeWorker.last.start).toMatchObject({
    glue: "http://localhost/wasm/single/gil_playground.js",
    threads: null,
  });
});

test("a threads build that does not start gives way to the single one, and says why", async () => {
  FakeWorker.onStart = (worker, { threads }) => {
    if (threads === null) worker.ready();
    else worker.say({ type: "refused", message: "no memory" });
  };
  const engine = await createEngine(options);
  expect(engine.environment.build).toBe("single");
  expect(engine.fallback).toBe("no memory");
  expect(FakeWorker.alive).toBe(1);
});

test("a worker that never answers is given up", async () => {
  stubBrowser({ isolated: false });
  FakeWorker.onStart = () => undefined;
  vi.useFakeTimers();
  const starting = createEngine(options).catch((error: unknown) => error);
  await vi.waitFor(() => expect(FakeWorker.last.start).not.toBeNull());
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await starting).toMatchObject({ kind: "worker" });
  expect(FakeWorker.alive).toBe(0);
});

test("a worker that stalls at its start is started once more", async () => {
  let starts = 0;
  FakeWorker.onStart = (worker) => {
    starts += 1;
    if (starts > 1) worker.ready();
  };
  vi.useFakeTimers();
  const starting = createEngine(options);
  await vi.waitFor(() => expect(FakeWorker.last.start).not.toBeNull());
  await vi.advanceTimersByTimeAsync(7_000);
  const engine = await starting;
  expect(engine.environment.build).toBe("threads");
  expect(engine.fallback).toBeNull();
  expect(FakeWorker.alive).toBe(1);
});

test("a missing file is an error that names it", async () => {
  stubBrowser({ isolated: false });
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 404 })));
  const error: unknown = await createEngine(options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({ kind: "load", message: expect.stringContaining("single") as string });
});

test("a run resolves with its report and tells of its progress", async () => {
  const engine = await createEngine(options);
  const onProgress = vi.fn();
  const { id, end } = await running(engine, { onProgress });
  const progress = { phase: "sample", done: 1, total: 2, model: "gil", workers: 1, sample: null, speedup: 1 } as const;
  FakeWorker.last.say({ type: "progress", id, progress });
  expect(onProgress).toHaveBeenCalledWith(progress);
  const report = { format: 1 } as Report;
  FakeWorker.last.say({ type: "answer", id, answer: report });
  expect(await end).toBe(report);
});

test("a sweep has threads enough, tells of its progress and keeps runs away", async () => {
  stubBrowser({ isolated: true });
  const engine = await createEngine(options);
  const onProgress = vi.fn();
  const end = engine.sweep({ workers: 4 }, { onProgress });
  const { id } = await FakeWorker.last.call("sweep");
  expect(FakeWorker.last.start?.threads).toBe(4);
  await expect(engine.run({ program: "fib" })).rejects.toMatchObject({ kind: "busy" });
  const progress = { done: 1, total: 24, points: [] };
  FakeWorker.last.say({ type: "progress", id, progress });
  expect(onProgress).toHaveBeenCalledWith(progress);
  const sweep = { format: 1 } as Sweep;
  FakeWorker.last.say({ type: "answer", id, answer: sweep });
  expect(await end).toBe(sweep);
});

test("a report that is none is refused with the engine's reason", async () => {
  const engine = await createEngine(options);
  const end = engine.analyze({ format: 99 }).catch((error: unknown) => error);
  const { id, argument } = await FakeWorker.last.call("analyze");
  expect(argument).toEqual({ format: 99 });
  const failure = { kind: "bad-request", message: "not a usable report", field: "report" } as const;
  FakeWorker.last.say({ type: "failed", id, failure });
  expect(await end).toMatchObject({ name: "EngineError", kind: "bad-request", detail: failure });
});

test("a failure of the program leaves the worker alone", async () => {
  const engine = await createEngine(options);
  const { id, end } = await running(engine);
  const failure = { kind: "unavailable-model", message: "Not here.", model: "gil" } as const;
  FakeWorker.last.say({ type: "failed", id, failure });
  expect(await end).toMatchObject({ name: "EngineError", kind: "unavailable-model", detail: failure });
  expect(FakeWorker.all).toHaveLength(1);
});

test("a second run is refused while one runs", async () => {
  const engine = await createEngine(options);
  await running(engine);
  await expect(engine.run({ program: "fib" })).rejects.toMatchObject({ kind: "busy" });
});

test("an abort ends the worker, starts the next and asks again what else was asked", async () => {
  const engine = await createEngine(options);
  const stop = new AbortController();
  const { end } = await running(engine, { signal: stop.signal });
  const [first] = FakeWorker.all;
  const checking = engine.check("x");
  await first?.call("inspect");
  stop.abort();
  expect(await end).toMatchObject({ name: "AbortError", kind: "aborted" });
  expect(first?.terminated).toBe(true);
  const { id } = await FakeWorker.last.call("inspect");
  const answer: Inspection = { kind: "script", diagnostics: [], parameters: [] };
  FakeWorker.last.say({ type: "answer", id, answer });
  expect(await checking).toEqual([]);
  expect(FakeWorker.alive).toBe(1);
});

test("an abort before the run starts nothing", async () => {
  const engine = await createEngine(options);
  const signal = AbortSignal.abort();
  await expect(engine.run({ program: "fib" }, { signal })).rejects.toMatchObject({ kind: "aborted" });
  expect(FakeWorker.all).toHaveLength(1);
});

const panic = "panicked at src/vm/eval.rs:1:2: index out of bounds";

test.each([
  ["a panic", (worker: FakeWorker) => worker.say({ type: "crashed", fault: panic })],
  ["one that nobody caught", (worker: FakeWorker) => worker.fail(`Uncaught Error: ${panic}`)],
  ["one in Firefox", (worker: FakeWorker) => worker.fail(`Error: ${panic}`)],
])("%s reaches the caller, and the next worker takes over", async (_, crash) => {
  const engine = await createEngine(options);
  const { end } = await running(engine);
  crash(FakeWorker.last);
  expect(await end).toMatchObject({
    kind: "internal",
    message: "the playground itself has a fault; the program is not to blame",
    detail: { kind: "internal", fault: panic },
  });
  expect(FakeWorker.all).toHaveLength(2);
  expect(FakeWorker.alive).toBe(1);
  await running(engine);
});

test("an engine that falls silent during a run is given up", async () => {
  const engine = await createEngine(options);
  const { id, end } = await running(engine);
  vi.useFakeTimers();
  FakeWorker.last.say({ type: "started", id, timeLimitMs: 1000 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await end).toMatchObject({ kind: "worker" });
  expect(FakeWorker.alive).toBe(1);
});

test("threads of the pool are started by the page, and end with the engine's worker", async () => {
  const engine = await createEngine(options);
  const [worker] = FakeWorker.all;
  const startThread = (): void => worker?.say({ type: "thread", port: new MessageChannel().port2 });
  startThread();
  startThread();
  expect(FakeWorker.alive).toBe(3);
  engine.close();
  startThread();
  expect(FakeWorker.alive).toBe(0);
});

test("a panic in a thread of the pool ends the engine's worker, and the next one takes over", async () => {
  const engine = await createEngine(options);
  const { end } = await running(engine);
  const [worker] = FakeWorker.all;
  worker?.say({ type: "thread", port: new MessageChannel().port2 });
  FakeWorker.last.fail(`Uncaught Error: ${panic}`);
  expect(await end).toMatchObject({ kind: "internal", detail: { fault: panic } });
  expect(worker?.terminated).toBe(true);
  expect(FakeWorker.alive).toBe(1);
  await running(engine);
});

test("processes end when they have done their work, and with the run", async () => {
  const engine = await createEngine(options);
  const stop = new AbortController();
  const { end } = await running(engine, { signal: stop.signal });
  const [worker] = FakeWorker.all;
  const spawn = (): void => {
    for (const pid of [1, 2]) worker?.say({ type: "process", pid, port: new MessageChannel().port2, wantsShelf: false });
  };
  spawn();
  expect(FakeWorker.alive).toBe(3);
  for (const pid of [1, 2]) worker?.say({ type: "processEnd", pid });
  expect(FakeWorker.alive).toBe(1);
  spawn();
  FakeWorker.last.fail("out of memory");
  expect(worker?.lost).toEqual([2]);
  stop.abort();
  await end;
  expect(FakeWorker.alive).toBe(1);
  spawn();
  expect(FakeWorker.alive).toBe(1);
});

test("more workers than the pool has threads need another worker, once", async () => {
  const engine = await createEngine(options);
  const end = engine.run({ program: "fib", workers: [1, 5] });
  await vi.waitFor(() => expect(FakeWorker.all).toHaveLength(2));
  const { id } = await FakeWorker.last.call("run");
  expect(FakeWorker.last.start?.threads).toBe(5);
  FakeWorker.last.say({ type: "answer", id, answer: {} as Report });
  await end;
  void engine.run({ program: "fib", workers: [4] });
  await FakeWorker.last.call("run");
  expect(FakeWorker.all).toHaveLength(2);
});

test("a closed engine has no worker and takes no calls", async () => {
  const engine = await createEngine(options);
  const { end } = await running(engine);
  engine.close();
  expect(await end).toMatchObject({ kind: "closed" });
  await expect(engine.check("")).rejects.toMatchObject({ kind: "closed" });
  expect(FakeWorker.alive).toBe(0);
});
