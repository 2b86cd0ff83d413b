/** The playground in pages of other people, as Playwright finds it. */
import type { Report } from "../../www/generated/types";
import type { FrameLocator, Locator, Page } from "@playwright/test";
import { serveArticle } from "../shared/articles";
import { test as base } from "./test";

export * from "../shared/articles";
export { expect } from "./test";

export const test = base.extend<{ open: (html: string) => Promise<void> }>({
  /** Serves a page from an origin, and a site, of its own, and opens it. */
  open: async ({ page }, use) => {
    const closing: (() => Promise<void>)[] = [];
    await use(async (html) => {
      const { url, close } = await serveArticle(html);
      closing.push(close);
      await page.goto(url);
    });
    for (const close of closing) await close();
  },
});

/** The playground in the page, or one of several. */
export function frameOf(page: Page, index = 0): FrameLocator {
  return page.locator("iframe").nth(index).contentFrame();
}

export const runIn = (frame: FrameLocator): Locator =>
  frame.getByRole("button", { name: "Run", exact: true });

export const statusIn = (frame: FrameLocator): Locator => frame.locator("p[role=status]");

/** What ran there, by the names that the chart gives it. */
export const labelsIn = (frame: FrameLocator): Locator =>
  frame.locator("figure:has(rect.chart-bar) tbody th");

/** What elements in the page fire from now on, as it comes: `report: …`, `error: …`. */
export async function watchEvents(page: Page): Promise<() => Promise<string[]>> {
  const seen = await page.evaluateHandle(() => {
    const events: string[] = [];
    for (const element of document.querySelectorAll("gil-playground")) {
      element.addEventListener("report", ({ detail }) =>
        events.push(`report: ${(detail as Report).plan.models.join(" ")}`),
      );
      element.addEventListener("error", ({ detail }) => events.push(`error: ${detail.kind}`));
    }
    return events;
  });
  return () => seen.jsonValue();
}
