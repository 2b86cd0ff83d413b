import type { Frame, Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { article, scriptOf } from "../shared/articles";
import { frameOf, QUICK, QUICK_LINK, run, withFirefox } from "./firefox";

const firefox = withFirefox({
  // Dark, for pages as for the browser.
  "layout.css.prefers-color-scheme.content-override": 0,
  "ui.prefersReducedMotion": 1,
});

const DARK = "rgb(21, 23, 26)";
const LIGHT = "rgb(253, 252, 250)";

function paper(where: Page | Frame): Promise<string> {
  return where.$eval("body", (body) => getComputedStyle(body).backgroundColor);
}

test("the page is dark and still where its reader wants that", async () => {
  const page = await firefox.open(firefox.sites.isolated + QUICK_LINK);
  expect(await page.evaluate(() => matchMedia("(prefers-reduced-motion)").matches)).toBe(true);
  expect(await paper(page)).toBe(DARK);
  await run(page);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});

test("the frame has the scheme of the page around it, whatever the reader's is", async () => {
  const element = `<gil-playground ${QUICK}></gil-playground>`;
  const style = "<style>:root { color-scheme: light dark }</style>";
  const page = await firefox.openArticle(
    article(element, style + scriptOf(firefox.sites.isolated)),
  );
  const frame = await frameOf(page);
  await frame.waitForSelector("button.run:not([disabled])");
  expect(await paper(frame)).toBe(DARK);
  await page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "light"));
  await frame.waitForFunction(
    (light) => getComputedStyle(document.body).backgroundColor === light,
    {},
    LIGHT,
  );
  await run(frame);
  expect(await frame.evaluate(() => document.getAnimations().length)).toBe(0);
});
