import { readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";
import { openEngine, run, small } from "./engine";
import { expect, test } from "./test";

/** Memory of one leaked process or thread stack per run would be several times this in 15 runs. */
const GROWTH_MB = 60;

test("20 runs in a row leave no workers and no memory behind", async ({ browser, page, sites }) => {
  test.setTimeout(180_000);
  const engine = await openEngine(page, sites.isolated);
  await leavesNothing(browser, 20, () => run(engine, { ...small, workers: [2], samples: 1 }));
});

/** One process ends by itself, the other is ended while it waits. */
const PROCESSES = `import multiprocessing
def work(queue):
    queue.put([0] * 10_000)
def wait(queue):
    queue.get()
if __name__ == '__main__':
    results, nothing = multiprocessing.Queue(), multiprocessing.Queue()
    multiprocessing.Process(target=work, args=(results,)).start()
    multiprocessing.Process(target=wait, args=(nothing,), daemon=True).start()
    print(len(results.get()))
`;

test("nor do 50 runs of a script with processes", async ({ browser, page, sites }) => {
  test.setTimeout(240_000);
  const engine = await openEngine(page, sites.isolated);
  await leavesNothing(browser, 50, async () => {
    const { output } = await engine.evaluate((it, source) => it.execute({ source }), PROCESSES);
    expect(output.map(({ text }) => text).join("")).toBe("10000\n");
  });
});

async function leavesNothing(
  browser: Browser,
  times: number,
  act: () => Promise<unknown>,
): Promise<void> {
  const workers: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < times; round++) {
    await act();
    workers.push(await countWorkers(browser));
    memory.push(await rendererMegabytes(browser));
  }
  // One that has been ended may be there for a moment still.
  const first = Math.min(...workers.slice(0, 5));
  await expect.poll(() => countWorkers(browser), workers.join(" ")).toBeLessThanOrEqual(first);
  // The first runs fill caches and pools.
  const growth = Math.min(...memory.slice(-5)) - Math.min(...memory.slice(3, 8));
  expect(growth, `MB after each run: ${memory.join(" ")}`).toBeLessThan(GROWTH_MB);
}

/** Nested workers included. */
async function countWorkers(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] });
  await session.detach();
  return targetInfos.filter(({ type }) => type === "worker").length;
}

/** What the browser's page processes hold of the machine's memory, WebAssembly's included. */
async function rendererMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const kilobytes = renderers.map(({ id }) => {
    const status = readFileSync(`/proc/${id}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  });
  return Math.round(kilobytes.reduce((sum, size) => sum + size, 0) / 1024);
}
