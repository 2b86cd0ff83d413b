import { expect, test } from "vitest";
import { WITH_SHARED_MEMORY } from "../shared/articles";
import { rareLink } from "../shared/rare";
import { QUICK_LINK, run, texts, withFirefox } from "./firefox";

const firefox = withFirefox();

for (const host of ["plain", "plainNested"] as const) {
  const place = host === "plain" ? "at the root" : "in a folder";
  test(`without headers the page isolates itself by a service worker, ${place}`, async () => {
    const page = await firefox.open(firefox.sites[host] + QUICK_LINK);
    await page.waitForFunction(() => crossOriginIsolated);
    expect(await run(page)).toEqual(WITH_SHARED_MEMORY);
    expect(await texts(page, ".device .notice")).toEqual([]);
    await page.reload();
    await page.waitForFunction(() => crossOriginIsolated);
  });
}

test("threads load what no bundled program calls", async () => {
  const page = await firefox.open(firefox.sites.isolated + rareLink(150_000));
  expect(await run(page)).toEqual(WITH_SHARED_MEMORY);
});
