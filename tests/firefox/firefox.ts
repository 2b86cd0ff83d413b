/** A real Firefox, the built site on servers of its own, and no error unnoticed. */
import puppeteer, { type Browser, type Frame, type Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { findFirefox } from "../../scripts/lib/firefox.mjs";
import { counting, FOUND, serveArticle } from "../shared/articles";
import { serveSites, type Sites } from "../shared/sites";

/** Few and short runs, but long enough for a clock with steps of a millisecond. */
export const { attributes: QUICK, link: QUICK_LINK } = counting(60_000_000);

export interface Firefox {
  sites: Sites;
  /** Errors of the page and of what is in it fail the test. */
  open(url: string): Promise<Page>;
  /** Serves a page from an origin, and a site, of its own, and opens it. */
  openArticle(html: string): Promise<Page>;
}

/** One browser for all tests of a file. @param preferences as in about:config */
export function withFirefox(preferences: Record<string, unknown> = {}): Firefox {
  let browser: Browser | null = null;
  let sites: Sites | null = null;
  const closing: (() => Promise<void>)[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    const executablePath = findFirefox();
    if (executablePath === null) throw new Error("There is no Firefox.");
    const started = await puppeteer.launch({
      browser: "firefox",
      executablePath,
      headless: true,
      extraPrefsFirefox: preferences,
    });
    const served = await serveSites();
    browser = started;
    sites = served.sites;
    closing.push(() => started.close(), served.close);
  });

  afterEach(async () => {
    const pages = (await browser?.pages()) ?? [];
    await Promise.all(pages.slice(1).map((page) => page.close()));
    expect(errors.splice(0), "errors of the pages").toEqual([]);
  });

  afterAll(async () => {
    for (const close of closing) await close();
  });

  async function open(url: string): Promise<Page> {
    if (browser === null) throw new Error("Firefox was not started");
    const page = await browser.newPage();
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(url);
    return page;
  }

  return {
    get sites() {
      if (sites === null) throw new Error("The site is not served");
      return sites;
    },
    open,
    async openArticle(html) {
      const { url, close } = await serveArticle(html);
      closing.push(close);
      return open(url);
    },
  };
}

/** The playground in a page, or one of several. */
export async function frameOf(page: Page, index = 0): Promise<Frame> {
  await page.waitForSelector(">>> iframe");
  const frames = await page.$$(">>> iframe");
  const frame = await frames[index]?.contentFrame();
  if (frame === undefined) throw new Error("there is no frame");
  return frame;
}

/** Presses Run and waits for the report; tells what ran, by the names that the chart gives it. */
export async function run(where: Page | Frame): Promise<string[]> {
  await where.locator("button.run:not([disabled])").click();
  await where.waitForFunction(
    (pattern) => RegExp(pattern).test(document.querySelector("p[role=status]")?.textContent ?? ""),
    { timeout: 90_000 },
    FOUND.source,
  );
  return texts(where, "figure:has(rect.chart-bar) tbody th");
}

/** The texts of all elements that match. */
export function texts(where: Page | Frame, selector: string): Promise<string[]> {
  return where.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent ?? ""));
}

/** Waits until an element of the page has this text in it. */
export async function shows(where: Page | Frame, text: string): Promise<void> {
  await where.waitForFunction(
    (words) => document.body.innerText.replaceAll(/\s+/g, " ").includes(words),
    { timeout: 20_000 },
    text,
  );
}
