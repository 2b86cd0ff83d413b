/** Faults of the engine: what and where they were reaches the reader, and the next run is well. */
import { deflateRawSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openEngine, refusal, run, small } from "./engine";
import { expect, test } from "./test";

const countdown = "#v=1&program=countdown&args.n=1000000&samples=1&warmups=0&workers=2";

/** Puts something more at the end of the engine's border where that is loaded, so many times. */
async function spoil(page: Page, code: string, times: number): Promise<void> {
  let left = times;
  await page.context().route("**/gil_playground.js", async (route) => {
    left -= 1;
    if (left < 0) return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, body: `${await response.text()}\n${code}` });
  });
}

/** What a panic throws, in a process. */
const PANIC = `liveAsProcess = () => new Promise(() => {
  queueMicrotask(() => {
    throw new Error("panicked at src/vm/test.rs:1:2: none was meant");
  });
});`;

/** What a panic throws, in the engine's own worker. */
const THROW = `Engine.prototype.run = async () => {
  throw new Error("panicked at src/vm/test.rs:1:2: none was meant");
};`;

test("a panic in a process says where it was, and the next run is well", async ({ page, sites }) => {
  // The engine's own worker and two processes.
  await spoil(page, PANIC, 3);
  const engine = await openEngine(page, sites.plain);
  const processes = { ...small, models: ["process"], workers: [2] };
  const failed = await refusal(engine, processes);
  expect(failed).toMatchObject({ name: "EngineError", kind: "internal" });
  expect(failed?.message).toContain("the playground itself has a fault");
  expect(failed?.detail).toMatchObject({
    fault: "panicked at src/vm/test.rs:1:2: none was meant",
  });
  expect((await run(engine, processes)).mismatches).toEqual([]);
});

test("the page shows a fault with a line to copy, and can be used on", async ({ page, sites }) => {
  await spoil(page, THROW, 1);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${sites.isolated}${countdown}`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The playground itself has a fault");
  const line = alert.getByRole("textbox", { name: "Bug report, to copy" });
  const told = /^GIL playground \d+\.\d+\.\d+, threads build: panicked at src\/vm\/test\.rs:1:2: none was meant \(.*Chrome\/.*\)$/;
  await expect(line).toHaveValue(told);
  const { violations } = await new AxeBuilder({ page }).include("[role=alert]").analyze();
  expect(violations).toEqual([]);
  await alert.getByRole("button", { name: "Copy: Bug report" }).click();
  await expect(alert.getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(told);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.locator("p.finding")).toContainText("With 2 workers");
  await expect(alert).toHaveCount(0);
});

test("a fault while the program is looked at is told by the run", async ({ page, sites }) => {
  const inspect = 'Engine.prototype.inspect = () => { throw new Error("panicked at src/a.rs:1:2: x"); };';
  await spoil(page, inspect, 10);
  const source = deflateRawSync("def task(worker, workers):\n    return 1\n").toString("base64url");
  await page.goto(`${sites.isolated}#v=1&source=${source}`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("The playground itself has a fault");
});
