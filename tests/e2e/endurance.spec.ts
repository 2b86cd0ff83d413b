import { readFileSync } from "node:fs";
import type { Browser } from "@playwright/test";
import { openEngine, run, small } from "./engine";
import { expect, test } from "./test";

/** Memory of one leaked process or thread stack per run would be several times this in 15 runs. */
const GROWTH_MB = 60;

test("20 runs in a row leave no workers and no memory behind", async ({ browser, page, sites }) => {
  test.setTimeout(180_000);
  const engine = await openEngine(page, sites.isolated);
  const workers: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < 20; round++) {
    await run(engine, { ...small, workers: [2], samples: 1 });
    workers.push(await countWorkers(browser));
    memory.push(await rendererMegabytes(browser));
  }
  expect(new Set(workers).size, `workers after each run: ${workers.join(" ")}`).toBe(1);
  // The first runs fill caches and pools.
  const growth = Math.min(...memory.slice(-5)) - Math.min(...memory.slice(3, 8));
  expect(growth, `MB after each run: ${memory.join(" ")}`).toBeLessThan(GROWTH_MB);
});

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
