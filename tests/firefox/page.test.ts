import { expect, test } from "vitest";
import { run, texts, withFirefox } from "./firefox";

const firefox = withFirefox();

/** Few and short runs, but long enough for a clock with steps of a millisecond. */
const QUICK = "#v=1&program=countdown&args.n=60000000&workers=2&samples=2&warmups=0";

test("on a page with the headers all models run with shared memory", async () => {
  const page = await firefox.open("isolated", QUICK);
  await run(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await texts(page, "tbody tr[data-model] th")).toHaveLength(4);
  expect((await texts(page, ".device")).join()).toContain("threads build");
  expect(await texts(page, "[role=alert]")).toEqual([]);
  firefox.noErrors();
});

test("the timeline of a run is drawn, and its hand-offs can be stepped through", async () => {
  const page = await firefox.open("isolated", `${QUICK}&models=gil`);
  await run(page);
  await page.waitForSelector("canvas");
  await page.locator("::-p-text(Next hand-off)").click();
  await page.waitForSelector("::-p-text(Hand-off 2 of)");
  firefox.noErrors();
});
