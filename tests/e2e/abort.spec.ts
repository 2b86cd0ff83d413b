import type { PlanRequest } from "../../www/engine";
import { openEngine, type EngineHandle, run, small } from "./engine";
import { expect, test } from "./test";

/** The issue's own bound: the engine is ready again within a second. */
const READY_MS = 1000;

/**
 * Runs, aborts a while after the first sign of life (or at once), and tells how the run ended
 * and how long the engine took to answer again.
 */
function abort(engine: EngineHandle, request: PlanRequest, afterFirstRun: boolean) {
  return engine.evaluate(
    async (it, { wanted, waits }) => {
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const controller = new AbortController();
      let begun = (): void => undefined;
      const first = new Promise<void>((resolve) => (begun = resolve));
      const ended = it.run(wanted, { signal: controller.signal, onProgress: () => begun() }).then(
        () => "no error",
        ({ name, kind }: { name: string; kind: string }) => `${name} ${kind}`,
      );
      if (waits) await first;
      await pause(200);
      const start = performance.now();
      controller.abort();
      const how = await ended;
      await it.check("x = 1");
      return { how, readyMs: performance.now() - start };
    },
    { wanted: request, waits: afterFirstRun },
  );
}

test("a run is aborted out of `while True: pass`", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const source = "def task(worker, workers):\n    while True:\n        pass\n";
  const { how, readyMs } = await abort(engine, { source }, false);
  expect(how).toBe("AbortError aborted");
  expect(readyMs).toBeLessThan(READY_MS);
  expect((await run(engine, small)).mismatches).toEqual([]);
});

for (const model of ["sequential", "gil", "free-threaded", "process"]) {
  test(`a run is aborted during ${model}`, async ({ page, sites }) => {
    const engine = await openEngine(page, sites.isolated);
    // Long runs: the first to end is the baseline, and 200 ms later the model is under way.
    const long: PlanRequest = {
      ...small,
      args: { n: 200_000_000 },
      models: [model],
      workers: [2],
      warmups: 1,
    };
    const { how, readyMs } = await abort(engine, long, true);
    expect(how).toBe("AbortError aborted");
    expect(readyMs).toBeLessThan(READY_MS);
    expect((await run(engine, small)).mismatches).toEqual([]);
  });
}

test("a run is not begun when its signal is aborted already", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const name = await engine.evaluate(
    (it, request) =>
      it.run(request, { signal: AbortSignal.abort() }).catch((error: Error) => error.name),
    small,
  );
  expect(name).toBe("AbortError");
});

test("aborts one after another leave the engine usable", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const source = "def task(worker, workers):\n    while True:\n        pass\n";
  for (let round = 0; round < 5; round++) {
    expect((await abort(engine, { source, workers: [2] }, false)).readyMs).toBeLessThan(READY_MS);
  }
  expect((await run(engine, small)).mismatches).toEqual([]);
});
