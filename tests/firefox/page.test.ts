import { expect, test } from "vitest";
import { WITH_SHARED_MEMORY } from "../shared/articles";
import { QUICK_LINK, run, texts, withFirefox } from "./firefox";

const firefox = withFirefox();

test("on a page with the headers all models run with shared memory", async () => {
  const page = await firefox.open(firefox.sites.isolated + QUICK_LINK);
  expect(await run(page)).toEqual(WITH_SHARED_MEMORY);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect((await texts(page, ".device")).join()).toContain("threads build");
  expect(await texts(page, "[role=alert]")).toEqual([]);
});

test("from a folder of a larger site as well", async () => {
  const page = await firefox.open(firefox.sites.nested + QUICK_LINK);
  expect(await run(page)).toEqual(WITH_SHARED_MEMORY);
});

test("the timeline of a run is drawn, and its hand-offs can be stepped through", async () => {
  const page = await firefox.open(`${firefox.sites.isolated}${QUICK_LINK}&models=gil`);
  await run(page);
  await page.waitForSelector("canvas");
  await page.locator("::-p-text(Next hand-off)").click();
  await page.waitForSelector("::-p-text(Hand-off 2 of)");
});
