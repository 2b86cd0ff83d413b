import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { banner, run } from "./controls";
import {
  button,
  canvas,
  choice,
  cursor,
  figure,
  instantAt,
  LOCKED,
  reading,
  scrolled,
  seen,
  stage,
  step,
  type Seen,
} from "./lanes";
import { expect, test } from "./test";

/** The report of one run, which every test opens. */
let measured: Buffer;

test.beforeAll(async ({ browser, sites }) => {
  const page = await browser.newPage();
  await page.goto(sites.isolated + LOCKED);
  await run(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "JSON", exact: true }).click(),
  ]);
  measured = await readFile(await download.path());
  await page.close();
});

test.beforeEach(async ({ page, sites }) => {
  await page.goto(sites.isolated);
  const file = { name: "report.json", mimeType: "application/json", buffer: measured };
  await page.setInputFiles("input[type=file]", file);
  await expect(banner(page)).toBeVisible();
  await expect(stage(page)).toBeVisible();
});

/** Focuses the lanes as a click does, with the cursor in their middle. */
async function chooseMiddle(page: Page): Promise<void> {
  await stage(page).click();
  await expect(stage(page)).toBeFocused();
}

test("there is a lane for each worker, and colours in it", async ({ page }) => {
  await expect(canvas(page)).toHaveAccessibleName(
    /^Timeline of 2 workers\..* Threads with a GIL, [\d.]+ ms: each worker on average \d+ % running, \d+ % waiting/,
  );
  const colours = await canvas(page).evaluate((element) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error("no canvas");
    const pixels = element.getContext("2d")?.getImageData(0, 0, element.width, element.height);
    return new Set(new Uint32Array(pixels?.data.buffer ?? new ArrayBuffer(0))).size;
  });
  expect(colours).toBeGreaterThan(10);
});

test("the lock is held and free for the whole of the run", async ({ page }) => {
  await figure(page).getByText("Table", { exact: true }).click();
  const rows = figure(page).getByRole("row", { name: /^Threads with a GIL, worker/ });
  await expect(rows).toHaveCount(2);
  const header = await figure(page).getByRole("columnheader").allInnerTexts();
  const running = header.indexOf("running, ms");
  let held = 0;
  for (const row of await rows.all()) {
    const cells = await row.locator("th, td").allInnerTexts();
    const shares = cells.map((text) => Number(/\((\d+) %\)/.exec(text)?.[1] ?? 0));
    const sum = shares.reduce((total, share) => total + share);
    expect(Math.abs(sum - 100), `${cells.join(", ")} is a whole run`).toBeLessThanOrEqual(3);
    held += shares[running] ?? 0;
  }

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "Save as SVG").click(),
  ]);
  const words = (await readFile(await download.path(), "utf8")).replaceAll(/<[^>]*>\s*/g, " ");
  const facts = /held (\d+) % of the run\s+over all workers,\s+free (\d+) %/.exec(words);
  const [told, free] = [Number(facts?.[1]), Number(facts?.[2])];
  expect(Math.abs(told - held), "the workers' shares are what is told").toBeLessThanOrEqual(2);
  expect(Math.abs(told + free - 100)).toBeLessThanOrEqual(1);
});

test("a wheel scrolls the page, and zooms once the timeline is chosen", async ({ page }) => {
  const whole = await seen(page);
  const before = await scrolled(page);
  await page.mouse.wheel(0, 100);
  await expect.poll(() => scrolled(page)).toBeGreaterThan(before);
  expect(await seen(page)).toEqual(whole);

  await chooseMiddle(page);
  const chosen = await scrolled(page);
  await page.mouse.wheel(0, -300);
  await expect.poll(async () => (await seen(page)).span).toBeLessThan(whole.span * 0.9);
  expect(await scrolled(page)).toBe(chosen);
});

test("Ctrl and a wheel zoom at once, around the mouse", async ({ page }) => {
  const whole = await seen(page);
  await stage(page).hover();
  const at = await cursor(page);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await seen(page)).span).toBeLessThan(whole.span * 0.9);
  await stage(page).hover();
  expect(Math.abs((await cursor(page)) - at)).toBeLessThan(whole.span / 100);
});

test("a drag takes the lanes along", async ({ page }) => {
  await chooseMiddle(page);
  for (const key of ["+", "+", "+"]) await page.keyboard.press(key);
  const before = await seen(page);
  await stage(page).hover();
  const at = await cursor(page);
  const { x = 0, y = 0, width = 0, height = 0 } = (await stage(page).boundingBox()) ?? {};
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 100, y + height / 2, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await seen(page)).start).toBeLessThan(before.start);
  await stage(page).hover({ position: { x: width / 2 + 100, y: height / 2 } });
  expect(Math.abs((await cursor(page)) - at)).toBeLessThan(before.span / 100);
});

test("keys move and zoom, to the ends and back to the whole run", async ({ page }) => {
  const whole = await seen(page);
  const after = async (...keys: string[]): Promise<Seen> => {
    for (const key of keys) await page.keyboard.press(key);
    return seen(page);
  };
  await chooseMiddle(page);
  const near = await after("+", "+", "+");
  expect(near.span / whole.span).toBeCloseTo(1.5 ** -3, 2);
  const right = await after("ArrowRight");
  expect((right.start - near.start) / near.span).toBeCloseTo(0.1, 2);
  expect((await after("ArrowLeft")).start).toBeCloseTo(near.start, 1);
  expect((await after("Home")).start).toBe(0);
  const end = await after("End");
  expect(end.end).toBe(whole.end);
  expect(end.span).toBeCloseTo(near.span, 1);
  expect((await after("-")).span / near.span).toBeCloseTo(1.5, 2);
  expect(await after("0")).toEqual(whole);

  await stage(page).hover();
  const middle = await cursor(page);
  await page.keyboard.press("Shift+ArrowRight");
  expect((await cursor(page)) - middle).toBeCloseTo(whole.span / 100, 1);
});

test("one steps from hand-off to hand-off, and each is told", async ({ page }) => {
  await expect(step(page)).toContainText(/^Hand-off 1 of [\d,]+\. Worker \d .+; worker \d had it/);
  await button(page, "Next hand-off").click();
  await expect(step(page)).toContainText(/^Hand-off 2 of/);
  // Told to those who cannot see it, once it has come to rest.
  const spoken = page.locator(".timeline [aria-live]");
  await expect(spoken).toContainText(/^Hand-off 2 of .* At [\d,.]+ ms/);
  await stage(page).focus();
  await page.keyboard.press("n");
  await expect(step(page)).toContainText(/^Hand-off 3 of/);
  await page.keyboard.press("p");
  await page.keyboard.press("p");
  await expect(step(page)).toContainText(/^Hand-off 1 of/);
  await figure(page).locator("summary", { hasText: "Hand-offs" }).click();
  const table = figure(page).getByRole("region", { name: "Table: hand-offs" });
  await expect(table.getByRole("rowheader").first()).toHaveText("1");
});

test("the cursor reads out what each worker does", async ({ page }) => {
  const early = await instantAt(page, "left", 100);
  await expect(reading(page)).toContainText(/Threads with a GIL: workers? \d/);
  const later = await instantAt(page, "left", 400);
  expect(later).toBeGreaterThan(early);
  await instantAt(page, "left", 2);
  await expect(reading(page)).toContainText(/Threads with a GIL: .*(starting|copying in|running)/);
});

test("models and workers can be chosen", async ({ page }) => {
  await choice(page, "Models", "Threads with a GIL").check();
  await expect(canvas(page)).toHaveAccessibleName(/^Timeline of 2 workers\. Threads with a GIL, /);
  await expect(reading(page).locator("p")).toHaveCount(2);
  await choice(page, "Workers", "1").check();
  await expect(canvas(page)).toHaveAccessibleName(/^Timeline of 1 worker\. Threads with a GIL, /);
  await expect(step(page), "one worker hands the lock to nobody").toHaveCount(0);
  await choice(page, "Workers", "2").check();
  await expect(step(page)).toBeVisible();
  await choice(page, "Models", "All").check();
  await expect(canvas(page)).toHaveAccessibleName(/Free-threaded threads/);
});

test("what is seen stays when the page is drawn again", async ({ page }) => {
  await choice(page, "Models", "Threads with a GIL").check();
  await chooseMiddle(page);
  for (const key of ["+", "+", "ArrowRight"]) await page.keyboard.press(key);
  await button(page, "Next hand-off").click();
  const [before, told] = [await seen(page), await step(page).innerText()];
  await page.getByRole("checkbox", { name: /Processes/ }).click();
  await expect(page).toHaveURL(/models=/);
  expect(await seen(page)).toEqual(before);
  await expect(step(page)).toHaveText(told);
  await expect(choice(page, "Models", "Threads with a GIL")).toBeChecked();
});
