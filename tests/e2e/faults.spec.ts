/** Faults of the engine: what and where they were reaches the reader, and the next run is well. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { openEngine, refusal, run, small } from "./engine";
import { expect, test } from "./test";

const countdown = "#v=1&program=countdown&args.n=1000000&samples=1&warmups=0&workers=2";

/** The script of the engine's border with something more at its end, as long as that is wanted. */
async function spoil(page: Page, code: string): Promise<() => void> {
  let isSpoilt = true;
  await page.context().route("**/gil_playground.js", async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: isSpoilt ? `${body}\n${code}` : body });
  });
  return () => {
    isSpoilt = false;
  };
}

/** A step of a process that takes less than no time: no page asks for one, and Rust panics. */
const PANIC = `const { step } = ProcessInterpreter.prototype;
ProcessInterpreter.prototype.step = function () { return step.call(this, -1); };`;

/** What a panic throws, in the engine's own worker. */
const THROW = `Engine.prototype.run = async () => {
  throw new Error("panicked at src/vm/test.rs:1:2: none was meant");
};`;

test("a panic in a process says where it was, and the next run is well", async ({ page, sites }) => {
  const mend = await spoil(page, PANIC);
  const engine = await openEngine(page, sites.plain);
  const gil = { ...small, models: ["gil"], workers: [2] };
  const failed = await refusal(engine, gil);
  expect(failed).toMatchObject({ name: "EngineError", kind: "internal" });
  expect(failed?.message).toContain("the playground itself has a fault");
  expect(failed?.detail).toMatchObject({
    fault: expect.stringMatching(/^panicked at src\/web\/process\.rs:\d+:\d+: .*negative/),
  });
  mend();
  expect((await run(engine, gil)).mismatches).toEqual([]);
});

test("the page shows a fault with a line to copy, and can be used on", async ({ page, sites }) => {
  const mend = await spoil(page, THROW);
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
  mend();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.locator("p.finding")).toContainText("With 2 workers");
  await expect(alert).toHaveCount(0);
});

test("a fault while the program is looked at is told by the run", async ({ page, sites }) => {
  await spoil(page, 'Engine.prototype.check = () => { throw new Error("panicked at src/a.rs:1:2: x"); };');
  const source = encodeURIComponent("def task(worker, workers):\n    return 1\n");
  await page.goto(`${sites.isolated}#v=1&source=${source}`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("The playground itself has a fault");
});
