/** Pages of other people that have the playground in them, on hosts that send no headers. */
import { createServer } from "node:http";
import type { FrameLocator, Locator, Page } from "@playwright/test";
import { test as base } from "./test";

export { expect } from "./test";

/** A small job, few and short runs: as attributes, and as a link. */
export const SMALL = 'program="countdown" args-n="5_000_000" workers="2" samples="2" warmups="0"';
export const SMALL_LINK = "#v=1&program=countdown&args.n=5000000&workers=2&samples=2&warmups=0";

/** An article: text, what is embedded, and text below it. */
export function article(embedded: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>An article</title>
<link rel="icon" href="data:," />${head}</head>
<body><h1>Threads</h1><p>Some words.</p>${embedded}<p id="below">More words.</p></body></html>`;
}

/** The script tag for the element. */
export function scriptOf(site: string): string {
  return `<script type="module" crossorigin src="${site}gil-playground.js"></script>`;
}

export const test = base.extend<{ open: (html: string) => Promise<void> }>({
  /** Serves a page from an origin, and a site, of its own, and opens it. */
  open: async ({ page }, use) => {
    const closing: (() => void)[] = [];
    await use(async (html) => {
      const { url, close } = await serve(html);
      closing.push(close);
      await page.goto(url);
    });
    for (const close of closing) close();
  },
});

async function serve(html: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${address.port}/`, close };
}

/** The playground in the page, or one of several. */
export function frameOf(page: Page, index = 0): FrameLocator {
  return page.locator("iframe").nth(index).contentFrame();
}

export const runIn = (frame: FrameLocator): Locator =>
  frame.getByRole("button", { name: "Run", exact: true });

export const statusIn = (frame: FrameLocator): Locator => frame.locator("p[role=status]");

/** What elements in the page fire from now on, as it comes: `report: …`, `error: …`. */
export async function watchEvents(page: Page): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const events: string[] = [];
    for (const element of document.querySelectorAll("gil-playground")) {
      element.addEventListener("report", ({ detail }) =>
        events.push(`report: ${detail.plan.models.join(" ")}`),
      );
      element.addEventListener("error", ({ detail }) => events.push(`error: ${detail.kind}`));
    }
    return events;
  });
  return () => seen.jsonValue();
}
