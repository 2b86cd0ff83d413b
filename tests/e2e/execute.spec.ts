/** Scripts that start their own threads, run once. */
import type { ExecuteRequest, Execution, OutputPiece } from "../../www/engine";
import { openEngine, type EngineHandle } from "./engine";
import { expect, test } from "./test";

const READY_MS = 1000;

function execute(
  engine: EngineHandle,
  request: ExecuteRequest,
): Promise<{ execution: Execution; live: OutputPiece[] }> {
  return engine.evaluate(async (it, wanted) => {
    const live: OutputPiece[] = [];
    const execution = await it.execute(wanted, { onOutput: (pieces) => live.push(...pieces) });
    return { execution, live };
  }, request);
}

const textOf = (pieces: OutputPiece[], stream = "stdout"): string =>
  pieces
    .filter((piece) => piece.stream === stream)
    .map(({ text }) => text)
    .join("");

const COUNT = `
import threading

counter = 0

def work():
    global counter
    for _ in range(TURNS):
        counter += 1

threads = [threading.Thread(target=work, name=f"Counter-{n}") for n in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
`;

test("threads lose updates without the GIL only", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const source = COUNT.replace("TURNS", "200_000");
  const locked = await execute(engine, { source, runtime: "gil", trace: true });
  expect(textOf(locked.execution.output)).toBe("800000\n");
  expect(locked.execution).toMatchObject({ status: 0, traceback: null, ended: null, gap: null });
  expect(locked.execution.handOffs).toBeGreaterThan(0);
  expect(locked.execution.lanes.map(({ name }) => name)).toEqual([
    "MainThread",
    "Counter-0",
    "Counter-1",
    "Counter-2",
    "Counter-3",
  ]);
  expect(locked.execution.trace?.lanes).toHaveLength(5);
  expect(textOf(locked.live)).toBe("800000\n");
  // Long enough for threads to meet, whatever else the machine does.
  const long = COUNT.replace("TURNS", "3_000_000");
  const free = await execute(engine, { source: long, runtime: "free-threaded" });
  expect(Number(textOf(free.execution.output))).toBeLessThan(12_000_000);
  expect(free.execution).toMatchObject({ status: 0, handOffs: null, trace: null });
});

const POOL = `
import time
from concurrent.futures import ThreadPoolExecutor

def square(number):
    time.sleep(0.1)
    return number * number

if __name__ == "__main__":
    start = time.perf_counter()
    with ThreadPoolExecutor(max_workers=20) as pool:
        print(sum(pool.map(square, range(20))))
    print(time.perf_counter() - start < 1.5)
`;

for (const where of ["isolated", "plain"] as const) {
  test(`threads of a pool sleep at the same time: ${where}`, async ({ page, sites }) => {
    const engine = await openEngine(page, sites[where]);
    const { execution } = await execute(engine, { source: POOL });
    expect(textOf(execution.output, "stderr")).toBe("");
    expect(textOf(execution.output)).toBe("2470\nTrue\n");
    expect(execution.lanes).toHaveLength(21);
  });
}

test("without shared memory threads have a GIL, or are refused with the reason", async ({
  page,
  sites,
}) => {
  const engine = await openEngine(page, sites.plain);
  const source = COUNT.replace("TURNS", "200_000");
  const { execution } = await execute(engine, { source });
  expect(textOf(execution.output)).toBe("800000\n");
  const refused = await engine.evaluate(
    (it, text) =>
      it
        .execute({ source: text, runtime: "free-threaded" })
        .catch((error: Error) => error.message),
    source,
  );
  expect(refused).toContain("memory that they share");
});

test("a program that fails is a result", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const raised = (await execute(engine, { source: "print('before')\n1 / 0\n" })).execution;
  expect(raised).toMatchObject({ status: 1, ended: null });
  expect(textOf(raised.output)).toBe("before\n");
  expect(raised.traceback).toContain("ZeroDivisionError: division by zero");
  expect(textOf(raised.output, "stderr")).toBe(`${raised.traceback ?? ""}\n`);
  const left = await execute(engine, { source: "raise SystemExit(7)" });
  expect(left.execution).toMatchObject({ status: 7, traceback: null });
  const source = `
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
`;
  const { ended } = (await execute(engine, { source })).execution;
  expect(ended).toMatchObject({ limit: "deadlock" });
  expect(ended?.message).toContain("MainThread at line 5");
});

test("output arrives while the program runs", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const source = "import time\nfor n in range(3):\n    print(n)\n    time.sleep(0.2)\n";
  const arrivals = await engine.evaluate(async (it, wanted) => {
    const start = performance.now();
    const heard: number[] = [];
    const onOutput = (): void => void heard.push(performance.now() - start);
    await it.execute(wanted, { onOutput });
    return { heard, end: performance.now() - start };
  }, { source });
  expect(arrivals.heard.length).toBeGreaterThan(1);
  expect(arrivals.end - (arrivals.heard[0] ?? Infinity)).toBeGreaterThan(300);
});

const endless: [title: string, source: string][] = [
  [
    "100 threads that compute",
    "import threading\ndef spin():\n    while True:\n        pass\n" +
      "for _ in range(100):\n    threading.Thread(target=spin).start()\nprint('go')\n",
  ],
  [
    "a loop that starts threads",
    "import threading\nprint('go')\nwhile True:\n    threading.Thread(target=int).start()\n",
  ],
  [
    "a process that waits for its parent",
    "import multiprocessing, time\ndef wait(queue):\n    print('go', flush=True)\n    queue.get()\n" +
      "if __name__ == '__main__':\n    queue = multiprocessing.Queue()\n" +
      "    multiprocessing.Process(target=wait, args=(queue,)).start()\n    time.sleep(1000)\n",
  ],
  ["a sleep", "import time\nprint('go')\ntime.sleep(1000)\n"],
];

for (const runtime of ["gil", "free-threaded"] as const) {
  for (const [title, source] of endless) {
    test(`a script is stopped out of ${title}: ${runtime}`, async ({ page, sites }) => {
      const engine = await openEngine(page, sites.isolated);
      const { how, readyMs } = await engine.evaluate(
        async (it, request) => {
          const controller = new AbortController();
          let begun = (): void => undefined;
          const first = new Promise<void>((resolve) => (begun = resolve));
          const options = { signal: controller.signal, onOutput: () => begun() };
          const ended = it.execute(request, options).then(
            () => "no error",
            ({ name, kind }: { name: string; kind: string }) => `${name} ${kind}`,
          );
          await first;
          const start = performance.now();
          controller.abort();
          const outcome = await ended;
          await it.check("x = 1");
          return { how: outcome, readyMs: performance.now() - start };
        },
        { source, runtime },
      );
      expect(how).toBe("AbortError aborted");
      expect(readyMs).toBeLessThan(READY_MS);
      const after = await execute(engine, { source: "print('fine')" });
      expect(textOf(after.execution.output)).toBe("fine\n");
    });
  }
}

test("a request for a script is checked", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  for (const [request, kind] of [
    [{ source: "x = 1", runtimes: "gil" }, "bad-request"],
    [{ runtime: "gil" }, "bad-request"],
    [{ source: "x = 1", timeLimitMs: -1 }, "bad-request"],
    [{ source: "def f(:" }, "bad-source"],
  ] as const) {
    const refused = await engine.evaluate(
      (it, wanted) =>
        it.execute(wanted as object).then(
          () => "none",
          ({ kind: reason }: { kind: string }) => reason,
        ),
      request,
    );
    expect(refused, JSON.stringify(request)).toBe(kind);
  }
});
