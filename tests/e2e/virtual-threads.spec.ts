/** Threads that get none of the system: as many as a program wants. */
import type { ExecuteRequest, Execution } from "../../www/engine";
import { openEngine, refusal, type EngineHandle } from "./engine";
import { expect, test } from "./test";

function execute(engine: EngineHandle, request: ExecuteRequest): Promise<Execution> {
  return engine.evaluate((it, wanted) => it.execute(wanted), request);
}

const printed = ({ output }: Execution): string => output.map(({ text }) => text).join("");

const SLEEPERS = `
import threading

gate = threading.Event()
threads = [threading.Thread(target=gate.wait) for _ in range(COUNT)]
for thread in threads:
    thread.start()
print(threading.active_count())
gate.set()
for thread in threads:
    thread.join()
print(threading.active_count())
`;

test("a hundred thousand virtual threads are alive at once", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const source = SLEEPERS.replace("COUNT", "100_000");
  const execution = await execute(engine, { source, runtime: "gil", virtualThreads: true });
  expect(execution).toMatchObject({ status: 0, ended: null, virtualThreads: true });
  expect(printed(execution)).toBe("100001\n1\n");
  expect(execution.lanes).toHaveLength(100_001);
  expect(new Set(execution.lanes.map(({ id }) => id)).size).toBe(100_001);
});

test("they run without the GIL, and without shared memory", async ({ page, sites }) => {
  const source = SLEEPERS.replace("COUNT", "2_000");
  for (const [site, runtime] of [
    [sites.isolated, "free-threaded"],
    [sites.plain, "gil"],
  ] as const) {
    const engine = await openEngine(page, site);
    const execution = await execute(engine, { source, runtime, virtualThreads: true, trace: true });
    expect(execution).toMatchObject({ status: 0, ended: null, virtualThreads: true });
    expect(printed(execution)).toBe("2001\n1\n");
    expect(execution.trace?.lanes).toHaveLength(2_001);
  }
});

test("the workers of a task program are never virtual", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.plain);
  const refused = await refusal(engine, { program: "fib", virtualThreads: true });
  expect(refused).toMatchObject({ kind: "bad-request" });
  expect(refused?.message).toContain("virtualThreads");
});
