/** What the page does for shared memory on a host that sends no headers. */
import type { Page } from "@playwright/test";
import { bars, numbers, QUICK, run, runButton } from "./controls";
import { expect, test } from "./test";

const NOTICE = "This page is not cross-origin isolated";

for (const host of ["plain", "plainNested"] as const) {
  test(`the page isolates itself, ${host === "plain" ? "at the root" : "in a folder"}`, async ({
    page,
    sites,
  }) => {
    const loads = countLoads(page);
    const wasWrong = await watchFor(page, NOTICE);
    await page.goto(sites[host] + QUICK);
    await expect(runButton(page)).toBeEnabled();
    expect(await isIsolated(page)).toBe(true);
    expect(loads()).toBe(2);
    expect(page.url()).toBe(sites[host] + QUICK);
    await run(page);
    await expect(bars(page)).toHaveCount(8);

    // In Chromium a wrong choice of headers shows itself only now.
    for (let visit = 1; visit <= 2; visit++) {
      await page.reload();
      await expect(runButton(page)).toBeEnabled();
      expect(await isIsolated(page)).toBe(true);
      expect(loads()).toBe(2 + visit);
    }
    expect(await wasWrong()).toBe(false);
  });
}

test("a page that passed the service worker by gets back to it", async ({ page, sites }) => {
  await page.goto(sites.plain);
  await expect(runButton(page)).toBeEnabled();
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Page.reload", { ignoreCache: true });
  await page.waitForEvent("load");
  await expect.poll(() => isIsolated(page).catch(() => false)).toBe(true);
  await expect(runButton(page)).toBeEnabled();
});

test("with headers nothing is reloaded and nothing is kept on this machine", async ({
  page,
  sites,
}) => {
  const loads = countLoads(page);
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  expect(loads()).toBe(1);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
});

test.describe("where service workers are refused", () => {
  test.use({ serviceWorkers: "block" });

  test("the page says which threads do not run, and runs", async ({ page, sites }) => {
    const loads = countLoads(page);
    await page.goto(sites.plain);
    await expect(page.getByText(NOTICE)).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Free-threaded" })).toBeDisabled();
    await run(page);
    await expect(numbers(page)).toContainText("Threads with a GIL");
    await expect(numbers(page)).not.toContainText("Free-threaded");
    expect(loads()).toBe(1);
  });
});

test("a reload that did not help is not repeated", async ({ page, sites }) => {
  await page.addInitScript(() => {
    const active = Object.assign(new EventTarget(), { state: "activated" });
    ServiceWorkerContainer.prototype.register = () =>
      Promise.resolve({ active } as unknown as ServiceWorkerRegistration);
  });
  const loads = countLoads(page);
  await page.goto(sites.plain + QUICK);
  await expect(page.getByText(NOTICE)).toBeVisible();
  expect(loads()).toBe(2);
  expect(await page.evaluate(() => history.state as unknown)).toBeNull();
});

function isIsolated(page: Page): Promise<boolean> {
  return page.evaluate(() => crossOriginIsolated);
}

/** How often the page itself was asked for by now. */
function countLoads(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) count += 1;
  });
  return () => count;
}

/** Was this text ever seen, before or after a reload? */
async function watchFor(page: Page, text: string): Promise<() => Promise<boolean>> {
  await page.addInitScript((words) => {
    new MutationObserver(() => {
      const isThere = document.documentElement?.textContent.includes(words);
      if (isThere) sessionStorage.setItem("seen", words);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  }, text);
  return () => page.evaluate(() => sessionStorage.getItem("seen") !== null);
}
