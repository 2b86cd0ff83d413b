import { expect, test } from "vitest";
import { run, texts, withFirefox } from "./firefox";

const firefox = withFirefox();

test("without headers the page isolates itself by a service worker", async () => {
  const page = await firefox.open("plain", "#v=1&program=countdown&workers=2&samples=2&warmups=0");
  await page.waitForFunction(() => crossOriginIsolated);
  await run(page);
  expect(await texts(page, "tbody tr[data-model] th")).toHaveLength(4);
  expect(await texts(page, ".device .notice")).toEqual([]);
  await page.reload();
  await page.waitForFunction(() => crossOriginIsolated);
  firefox.noErrors();
});
