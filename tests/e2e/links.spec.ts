import type { Page } from "@playwright/test";
import {
  bars,
  banner,
  chooseProgram,
  comparison,
  programButton,
  QUICK,
  run,
  runButton,
  said,
  status,
} from "./controls";
import { expect, test } from "./test";

const SOURCE =
  'def task(worker, workers, k: int = 3_000_000, text: str = "é"):\n    while k > 0:\n        k -= 1\n    return worker\n';

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());

/** A text as a link carries it, made by the browser as the page makes it. */
function packed(page: Page, text: string): Promise<string> {
  return page.evaluate(async (plain) => {
    const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    return letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  }, text);
}

test("the address is a link to what is chosen, and opens it in another page", async ({
  page,
  context,
  sites,
}) => {
  await page.goto(sites.isolated);
  await chooseProgram(page, "Fibonacci by recursion");
  await page.getByRole("checkbox", { name: "4", exact: true }).check();
  await page.getByRole("checkbox", { name: /Processes/ }).uncheck();
  await page.getByText("Advanced").click();
  await page.getByRole("slider", { name: "Switch interval" }).fill("0");
  await expect(page).toHaveURL(/switchIntervalMs=0\.001/);
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  await expect(said(page)).toContainText("copied");
  expect(await clipboard(page)).toBe(page.url());

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(programButton(other)).toContainText("Fibonacci");
  await expect(other.getByRole("checkbox", { name: "4", exact: true })).toBeChecked();
  await expect(other.getByRole("checkbox", { name: /Processes/ })).not.toBeChecked();
  await other.getByText("Advanced").click();
  await expect(other.getByRole("slider", { name: "Switch interval" })).toHaveValue("0");
  await other.close();
});

test("a link brings a program of one's own, with its parameters as controls", async ({
  page,
  sites,
}) => {
  await page.goto(sites.isolated);
  const source = await packed(page, SOURCE);
  await page.goto(`${sites.isolated}#v=1&models=gil&workers=2&samples=1&source=${source}`);
  await expect(programButton(page)).toContainText("Your program");
  await expect(page.getByLabel("Source")).toContainText("def task(worker, workers, k: int");
  await page.getByLabel("k", { exact: true }).fill("4000000");
  await page.getByLabel("Text", { exact: true }).fill("a");
  await page.keyboard.press("Tab");
  await expect(page).toHaveURL(/args\.k=4000000&args\.text=%22a%22.*source=/);
  await run(page);
  await expect(page.getByText("own program · k = 4,000,000").first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("k", { exact: true })).toHaveValue("4000000");
});

test("a link with results shows them elsewhere, beside a run there", async ({
  page,
  context,
  sites,
}) => {
  await page.goto(sites.isolated + QUICK);
  await run(page);
  const found = await status(page).textContent();
  await page.getByRole("button", { name: "Copy link with results" }).click();
  await expect(said(page)).toContainText("leaves out the timelines");
  const link = await clipboard(page);
  expect(link.length).toBeLessThan(20_000);
  await page.close();

  const other = await context.newPage();
  await other.goto(link);
  await expect(banner(other)).toContainText("These results come from Chrome");
  await expect(status(other)).toHaveText(found ?? "");
  await expect(bars(other)).toHaveCount(8);
  await expect(comparison(other)).toHaveCount(0);
  await other.getByRole("button", { name: "Run it here" }).click();
  await expect(comparison(other)).toBeVisible({ timeout: 40_000 });
  await expect(comparison(other).locator("tbody tr[data-model]")).toHaveCount(8);
  await expect(comparison(other)).not.toContainText("two experiments");
  await expect(other).toHaveURL(/#v=1&program=countdown&.*args\.n=10000000$/);
  await other.getByRole("button", { name: "Show those results" }).click();
  await expect(banner(other)).toContainText("These results come from");
  await other.getByRole("button", { name: "Close" }).click();
  await expect(banner(other)).toHaveCount(0);
  await expect(bars(other)).toHaveCount(8);
  await other.close();
});

const wrong: [title: string, hash: string, words: RegExp][] = [
  ["a version that does not exist", "v=99&program=fib", /version “99”/],
  ["script tags for a program", "v=1&program=<script>alert(1)</script>", /does not understand/],
  ["script tags for a source", "v=1&source=<script>alert(1)</script>", /program cannot be used/],
  ["truncated letters", "v=1&report=S0lNUyhJLM7WKM8vyk4t0lGA0", /report cannot be used/],
  ["megabytes", `v=1&report=${"A".repeat(1_500_000)}`, /too long/],
  ["thousands of fields", `v=1${"&args.x=1".repeat(3000)}`, /too long/],
];

for (const [title, hash, words] of wrong) {
  test(`a link with ${title} is told of, and the page works`, async ({ page, sites }) => {
    await page.goto(`${sites.isolated}#${hash}`);
    await expect(page.getByRole("alert")).toContainText(words);
    await expect(runButton(page)).toBeEnabled();
    await expect(programButton(page)).toContainText("Countdown");
  });
}

const reports: [title: string, text: string, words: RegExp][] = [
  ["no JSON", "<script>alert(1)</script>", /not JSON/],
  ["a number", "7", /no report that can be shown/],
  ["another form", '{"format":1,"results":{"__proto__":[]}}', /no report that can be shown/],
  ["a deep nest", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, /no report that can be shown/],
  ["a bomb", " ".repeat(5_000_000), /more than 2 MB/],
];

for (const [title, text, words] of reports) {
  test(`a link whose report is ${title} is told of, and the page works`, async ({
    page,
    sites,
  }) => {
    await page.goto(sites.isolated);
    const report = await packed(page, text);
    await page.goto(`${sites.isolated}#v=1&report=${report}`);
    await expect(page.getByRole("alert")).toContainText(words);
    await expect(banner(page)).toHaveCount(0);
    await expect(runButton(page)).toBeEnabled();
    await page.goto(`${sites.isolated}#v=1&models=gil&workers=1&samples=1`);
    await run(page);
  });
}

test("a source that does not compile is kept, and told of with its place", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  const source = await packed(page, "def task(worker, workers):\n    return <b>\n");
  await page.goto(`${sites.isolated}#v=1&samples=3&source=${source}`);
  await expect(page.getByRole("alert")).toContainText("line 2");
  await expect(programButton(page)).toContainText("Your program");
  await expect(page.getByLabel("Source")).toContainText("return <b>");
  await runButton(page).click();
  await expect(page.getByRole("alert").last()).toContainText("Not run: the program has 2 errors");
  await expect(page.getByRole("textbox", { name: "Source" })).toBeFocused();
});
