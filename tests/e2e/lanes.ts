/** What a person finds and reads on the timeline. */
import type { Locator, Page } from "@playwright/test";

/** A run whose workers hand a lock to each other. */
export const LOCKED =
  "#v=1&program=countdown&args.n=20000000&models=gil,free-threaded&workers=1,2&samples=1";

export const figure = (page: Page): Locator =>
  page.locator("figure", { hasText: "Timeline: what each worker did" });
export const stage = (page: Page): Locator => page.locator(".timeline-stage");
export const canvas = (page: Page): Locator => page.getByRole("img", { name: /^Timeline of/ });
export const reading = (page: Page): Locator => page.locator(".timeline-reading");
export const step = (page: Page): Locator => page.locator(".timeline-step");
export const button = (page: Page, name: string): Locator =>
  figure(page).getByRole("button", { name });
export const choice = (page: Page, group: string, name: string): Locator =>
  page.getByRole("radiogroup", { name: group }).getByRole("radio", { name, exact: true });

/** Puts the mouse so far from a side, and reads the instant that is there. */
export async function instantAt(
  page: Page,
  side: "left" | "right",
  pixels: number,
): Promise<number> {
  const { width = 0, height = 0 } = (await stage(page).boundingBox()) ?? {};
  const x = side === "left" ? pixels : width - pixels;
  await stage(page).hover({ position: { x, y: height / 2 } });
  return cursor(page);
}

/** The instant that is read out. What was done before is drawn in the next frame. */
export async function cursor(page: Page): Promise<number> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  const text = await reading(page).locator("b").innerText();
  return Number(/^At ([\d,.]+) ms$/.exec(text)?.[1]?.replaceAll(",", ""));
}

export interface Seen {
  start: number;
  end: number;
  span: number;
}

/** The part of the run between the sides of the lanes: beside them, the mouse reads their ends. */
export async function seen(page: Page): Promise<Seen> {
  const start = await instantAt(page, "left", 2);
  const end = await instantAt(page, "right", 2);
  return { start, end, span: end - start };
}

export function scrolled(page: Page): Promise<number> {
  return page.evaluate(() => scrollY);
}
