import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Download, Page } from "@playwright/test";
import { which } from "../../scripts/lib/shell.mjs";
import type { Report } from "../../www/engine";
import { banner, bars, chart, comparison, numbers, QUICK, run, said, status } from "./controls";
import { expect, test } from "./test";

/** The name and the text of what a button saves. */
async function saved(page: Page, name: string): Promise<[name: string, text: string]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return [download.suggestedFilename(), await textOf(download)];
}

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

test("results are saved, and come back as they were", async ({ page, sites }) => {
  await page.goto(sites.isolated + QUICK);
  await run(page);
  const table = await numbers(page).innerText();
  const [name, json] = await saved(page, "JSON");
  expect(name).toMatch(/^gil-playground-countdown-\d{4}-\d\d-\d\d\.json$/);
  await expect(said(page)).toContainText(name);
  const report = JSON.parse(json) as Report;
  expect(report.results).toHaveLength(8);

  await page.reload();
  await page.setInputFiles("input[type=file]", {
    name: "report.json",
    mimeType: "application/json",
    buffer: Buffer.from(json),
  });
  await expect(banner(page)).toContainText("These results come from");
  await expect(status(page)).toContainText("With 2 workers");
  expect(await numbers(page).innerText()).toBe(table);
  await expect(page.getByText(/^Timeline/)).toBeVisible();
  expect(JSON.parse((await saved(page, "JSON"))[1])).toEqual(report);

  await page.getByRole("button", { name: "Run it here" }).click();
  await expect(comparison(page)).toBeVisible({ timeout: 40_000 });
  await expect(comparison(page).locator("tbody tr[data-model]")).toHaveCount(8);
});

test("results are saved as CSV, as a trace and copied as Markdown", async ({
  page,
  context,
  sites,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(sites.isolated + QUICK);
  await run(page);

  const [csvName, csv] = await saved(page, "CSV");
  expect(csvName).toMatch(/\.csv$/);
  const [header, ...rows] = csv.trimEnd().split("\r\n");
  expect(header).toMatch(/^order,model,workers,startUpMs,/);
  expect(rows).toHaveLength(16);
  expect(rows.map((row) => Number(row.split(",")[0]))).toEqual(rows.map((_, index) => index));

  const [traceName, trace] = await saved(page, "Trace");
  expect(traceName).toMatch(/\.trace\.json$/);
  const { traceEvents } = JSON.parse(trace) as { traceEvents: { ph: string; dur?: number }[] };
  expect(traceEvents.filter(({ ph }) => ph === "X").length).toBeGreaterThan(8);
  expect(traceEvents.every(({ dur = 0 }) => dur >= 0)).toBe(true);

  await page.getByRole("button", { name: "Copy Markdown" }).click();
  await expect(said(page)).toContainText("copied");
  const markdown = await page.evaluate(() => navigator.clipboard.readText());
  expect(markdown.split("\n").filter((line) => line.startsWith("|"))).toHaveLength(10);
  expect(markdown).toContain("n = 10,000,000");
});

test("without the clipboard the link is there to be copied by hand", async ({ page, sites }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await page.goto(`${sites.isolated}#v=1&program=fib`);
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  const field = page.getByRole("textbox", { name: "To copy" });
  await expect(field).toHaveValue(page.url());
  await field.focus();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(page.url());
});

test("the same experiment is saved as a script for CPython", async ({ page, sites }) => {
  await page.goto(sites.isolated + QUICK);
  const [name, script] = await saved(page, "Script for CPython");
  expect(name).toBe("gil_playground_countdown.py");
  expect(script).toContain("def task(worker, workers");
  await expect(said(page)).toContainText("python3 gil_playground_countdown.py");
});

test("what the script measures on CPython is drawn beside a run here", async ({
  page,
  sites,
}, testInfo) => {
  const python = which("python3");
  test.skip(python === null, "there is no python3");
  await page.goto(`${sites.isolated}#v=1&args.n=10000000&models=gil,process&workers=1,2&samples=2`);
  const [name, script] = await saved(page, "Script for CPython");
  const folder = testInfo.outputPath("cpython");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), script);
  await promisify(execFile)(python ?? "", [name], { cwd: folder });
  const report = (await readdir(folder)).find((file) => file.endsWith(".json")) ?? "";

  await page.setInputFiles("input[type=file]", join(folder, report));
  await expect(banner(page)).toContainText("These results come from CPython 3.");
  await expect(bars(page)).toHaveCount(6);
  await page.getByRole("button", { name: "Run it here" }).click();
  await expect(comparison(page).locator("tbody tr[data-model]")).toHaveCount(6, {
    timeout: 40_000,
  });
  await expect(chart(page).getByText(/^CPython 3\S*: \d\.\d\d×$/)).toHaveCount(4);
});

test("a report of extremes does no harm", async ({ page, sites }) => {
  await page.goto(sites.isolated + QUICK);
  await run(page);
  const report = JSON.parse((await saved(page, "JSON"))[1]) as Report;
  await page.setInputFiles("input[type=file]", {
    name: "extreme.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(extreme(report))),
  });
  await expect(banner(page)).toBeVisible();
  for (const name of ["JSON", "CSV", "Trace"]) await saved(page, name);
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
});

/** Of the right form, with texts and times that nobody expects. */
function extreme(report: Report): Report {
  const text = `<script>alert(1)</script>|\n"${"x".repeat(3000)}`;
  const results = report.results.map((result, index) => ({
    ...result,
    samples: result.samples.map((sample, at) => {
      const computeMs = (index + at) % 2 === 0 ? 1e9 : 1e-5;
      return {
        ...sample,
        startUpMs: 0,
        copyInMs: 0,
        computeMs,
        copyOutMs: 0,
        joinMs: 0,
        totalMs: computeMs,
      };
    }),
  }));
  return {
    ...report,
    startedAt: 8e15,
    durationMs: 1e10,
    environment: { ...report.environment, cores: 1e9, version: text, userAgent: text },
    plan: { ...report.plan, program: text, source: text, args: { [text]: text } },
    results,
  };
}

const files: [title: string, text: string, words: string][] = [
  ["no JSON", "<script>alert(1)</script>", "“hostile.json” is not JSON"],
  ["no report", '{"results": "<img src=x onerror=alert(1)>"}', "no report that can be shown"],
  ["empty", "", "“hostile.json” is not JSON"],
];

for (const [title, text, words] of files) {
  test(`a dropped file that is ${title} is told of`, async ({ page, sites }) => {
    await page.goto(sites.isolated);
    await expect(page.getByRole("button", { name: "Run", exact: true })).toBeEnabled();
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], "hostile.json"));
      dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true }));
    }, text);
    await expect(page.getByRole("alert")).toContainText(words);
    await expect(banner(page)).toHaveCount(0);
  });
}
