/** A real Firefox with the built site on servers of its own, and no error unnoticed. */
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { afterAll, beforeAll, expect } from "vitest";
import { findFirefox } from "../../scripts/lib/firefox.mjs";
import { dist } from "../../scripts/lib/paths.mjs";
import { serveFolder } from "../../scripts/lib/static-server.mjs";

export interface Firefox {
  /** Opens a page of the site; what goes wrong in it fails the test that calls `noErrors`. */
  open(site: "isolated" | "plain", hash: string): Promise<Page>;
  noErrors(): void;
}

/** One browser for all tests of a file. */
export function withFirefox(): Firefox {
  let browser: Browser | null = null;
  let servers: Awaited<ReturnType<typeof serveFolder>>[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    const executablePath = findFirefox();
    if (executablePath === null) throw new Error("There is no Firefox.");
    browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
    servers = await Promise.all([
      serveFolder({ folder: dist, port: 0 }),
      serveFolder({ folder: dist, port: 0, isolated: false }),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await Promise.all(servers.map((server) => server.close()));
  });

  return {
    async open(site, hash) {
      const server = servers[site === "isolated" ? 0 : 1];
      if (browser === null || server === undefined) throw new Error("Firefox was not started");
      const page = await browser.newPage();
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      await page.goto(server.url + hash);
      return page;
    },
    noErrors() {
      expect(errors, "errors of the page").toEqual([]);
    },
  };
}

/** Presses Run and waits for the numbers. */
export async function run(page: Page): Promise<void> {
  await page.locator("button.run:not([disabled])").click();
  await page.waitForSelector("table caption", { timeout: 90_000 });
}

/** The texts of all elements that match. */
export function texts(page: Page, selector: string): Promise<string[]> {
  return page.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent ?? ""));
}
