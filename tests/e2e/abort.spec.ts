import type { PlanRequest } from "../../www/engine";
import { openEngine, type EngineHandle, run, small } from "./engine";
import { under } from "./programs";
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

for (const model of ["sequential", "gil", "free-threaded", "process"] as const) {
  test(`a run is aborted out of \`while True: pass\` under ${model}`, async ({ page, sites }) => {
    const engine = await openEngine(page, sites.isolated);
    const endless = under(model, "while True:", "    pass");
    // The first run that ends is the baseline's; a while later the model is in its loop.
    const { how, readyMs } = await abort(engine, endless, model !== "sequential");
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
  const endless = under("sequential", "while True:", "    pass");
  for (let round = 0; round < 5; round++) {
    expect((await abort(engine, endless, false)).readyMs).toBeLessThan(READY_MS);
  }
  expect((await run(engine, small)).mismatches).toEqual([]);
});
