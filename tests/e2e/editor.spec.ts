/** The reader's own program: written, checked, run, kept and taken back. */
import type { Page } from "@playwright/test";
import {
  bars,
  chooseProgram,
  edit,
  numbers,
  programButton,
  QUICK,
  run,
  runButton,
  status,
  stopButton,
  write,
} from "./controls";
import { expect, test } from "./test";

/** Parameters of every kind, and something to read of each worker. */
const PROGRAM = [
  "def task(worker, workers, rounds: int = 300_000, step_size: float = 1.0, loud: bool = True, greeting: str = 'hello'):",
  "    n = rounds",
  "    while n > 0:",
  "        n -= step_size",
  "    if loud:",
  "        print(greeting, worker)",
  "    return n",
  "",
].join("\n");

const SETTINGS = "#v=1&models=gil,free-threaded,process&workers=2&samples=2&warmups=0";

const found = (page: Page) => page.locator(".source-found");

test("the editor is loaded when it is first needed, and nothing moves then", async ({
  page,
  sites,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const isLoaded = (): boolean => asked.some((url) => /\/editor-[^/]*\.js$/.test(url));
  await page.goto(sites.isolated + QUICK);
  await run(page);
  const plain = page.getByLabel("Source", { exact: true });
  await plain.focus();
  const before = await plain.locator("code").boundingBox();
  const next = page.getByRole("heading", { name: "The switch interval" });
  const heights = async (): Promise<number> => (await plain.boundingBox())?.height ?? 0;
  const height = await heights();
  expect(isLoaded()).toBe(false);
  await page.keyboard.press("Enter");
  const editor = page.getByRole("textbox", { name: "Source" });
  await expect(editor).toBeFocused();
  expect(isLoaded()).toBe(true);
  await expect(next).toBeVisible();
  const after = await editor.locator(".cm-line").first().boundingBox();
  expect(after?.x).toBeCloseTo(before?.x ?? 0, 0);
  expect(Math.abs(((await heights()) || 0) - height)).toBeLessThan(4);
});

test("the editor has styles of its own under the page's policy", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  const editor = await edit(page);
  const keyword = editor.locator("span", { hasText: /^def$/ }).first();
  const [code, plain] = await Promise.all(
    [keyword, editor].map((part) => part.evaluate((element) => getComputedStyle(element).color)),
  );
  expect(code).not.toBe(plain);
  const number = page.locator(".cm-lineNumbers .cm-gutterElement").nth(1);
  await expect(number).toHaveCSS("text-align", "right");
});

test("an error is told of at its line while typing, and is gone when it is mended", async ({
  page,
  sites,
}) => {
  await page.goto(sites.isolated);
  await edit(page);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("x = 5 +");
  await expect(found(page)).toContainText(/Line 19, column \d+/);
  await expect(page.locator(".cm-lintRange-error")).toHaveText("+");
  const marker = page.locator(".cm-lint-marker-error");
  const line = page.locator(".cm-lineNumbers .cm-gutterElement", { hasText: /^19$/ });
  const [mark, number] = [await marker.boundingBox(), await line.boundingBox()];
  expect(Math.abs((mark?.y ?? 0) - (number?.y ?? 99))).toBeLessThan(12);
  await page.keyboard.type(" 1");
  await expect(found(page)).toHaveText("No errors found.");
  await expect(page.locator(".cm-lintRange-error")).toHaveCount(0);
});

test("Run with an error says where it is, and loses nothing", async ({ page, sites }) => {
  await page.goto(sites.isolated + QUICK);
  await run(page);
  await edit(page);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("x = 5 +");
  await runButton(page).click();
  await expect(page.getByRole("alert")).toContainText("Not run: the program has an error");
  await expect(page.getByRole("alert")).toContainText("x = 5 +");
  await expect(page.getByRole("textbox", { name: "Source" })).toBeFocused();
  await expect(bars(page)).toHaveCount(8);
  await expect(numbers(page)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("1");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a program that raises has only had no errors before", async ({ page, sites }) => {
  await page.goto(sites.isolated + SETTINGS);
  await edit(page);
  await write(page, PROGRAM.replace("return n", "return n // 0"));
  await expect(found(page)).toHaveText("No errors found.");
  await runButton(page).click();
  await expect(page.getByRole("alert")).toContainText("ZeroDivisionError");
  await expect(found(page)).toHaveText("No errors found before it ran.");
});

test("parameters become controls, and keep the values that they were given", async ({
  page,
  sites,
}) => {
  await page.goto(sites.isolated + SETTINGS);
  await edit(page);
  await write(page, PROGRAM);
  await expect(page.getByRole("spinbutton", { name: "Rounds" })).toHaveValue("300000");
  await expect(page.getByRole("spinbutton", { name: "Step size" })).toHaveValue("1");
  await expect(page.getByRole("checkbox", { name: "Loud" })).toBeChecked();
  await page.getByRole("textbox", { name: "Greeting" }).fill("good day");
  await page.getByRole("spinbutton", { name: "Step size" }).fill("0.5");
  await page.getByRole("spinbutton", { name: "Step size" }).blur();
  await expect(page).toHaveURL(/args\.step_size=0\.5/);

  await page.getByRole("textbox", { name: "Source" }).focus();
  await write(page, PROGRAM.replace("300_000", "200_000").replace(", loud: bool = True", "").replace("if loud", "if True"));
  await expect(page.getByRole("spinbutton", { name: "Rounds" })).toHaveValue("200000");
  await expect(page.getByRole("checkbox", { name: "Loud" })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Greeting" })).toHaveValue("good day");

  await run(page);
  const outputs = page.locator(".outputs");
  await expect(outputs).toContainText("Sequential, Threads with a GIL, Free-threaded threads and Processes");
  await expect(outputs.locator("pre")).toHaveText(["good day 0", "good day 1"]);
});

test("the reader's version survives a reload and a lost address, and can be reset", async ({
  page,
  sites,
}) => {
  await page.goto(sites.isolated + SETTINGS);
  await edit(page);
  await write(page, PROGRAM);
  await expect(programButton(page)).toContainText("Countdown, edited");
  await expect(found(page)).toHaveText("No errors found.");
  await expect(page).toHaveURL(/basedOn=countdown&source=/);
  await page.reload();
  await expect(programButton(page)).toContainText("Countdown, edited");
  await expect(page.getByLabel("Source", { exact: true })).toContainText("greeting");

  await page.goto("about:blank");
  await page.goto(sites.isolated);
  await expect(programButton(page)).toHaveAccessibleName(/^Program Countdown All/);
  await chooseProgram(page, "Countdown, edited");
  const editor = await edit(page);
  await expect(editor).toContainText("greeting");
  await page.getByRole("button", { name: "Reset to “Countdown”" }).click();
  await expect(editor).toContainText("Count down to zero");
  await expect(page.getByRole("heading", { name: "The program: Countdown", exact: true })).toBeVisible();
  await editor.press("ControlOrMeta+z");
  await expect(editor).toContainText("greeting");
  await page.getByRole("button", { name: "Reset to “Countdown”" }).click();
  await page.getByRole("button", { name: "Back to your version" }).click();
  await expect(editor).toContainText("greeting");
});

test("the editor is used and left by the keyboard alone", async ({ page, sites }) => {
  await page.goto(sites.isolated + SETTINGS);
  const editor = await edit(page);
  await write(page, "x = 1");
  await page.keyboard.press("Tab");
  await expect(editor).toBeFocused();
  await expect(editor).toHaveText("    x = 1");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(editor).not.toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(editor).toBeFocused();

  await write(page, PROGRAM);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(stopButton(page)).toBeFocused();
  await expect(numbers(page)).toBeVisible({ timeout: 40_000 });
  await expect(status(page)).toContainText("With 2 workers");
  await expect(editor).toBeFocused();
});

test("what is typed while the engine measures is looked at afterwards", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await edit(page);
  await page.getByRole("button", { name: "Measure the trade" }).click();
  await page.getByRole("textbox", { name: "Source" }).focus();
  await write(page, "x = 5 +");
  await expect(found(page)).toHaveText("It is looked at when the measurement has ended.");
  await page.getByRole("button", { name: "Stop measuring" }).click();
  await expect(found(page)).toContainText("Line 1, column");
});

test("an edited program is still sized for the device", async ({ page, sites }) => {
  await page.goto(`${sites.isolated}#v=1&program=fib&models=gil&workers=1&samples=1&warmups=0`);
  await edit(page);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("# mine");
  await expect(page.getByRole("radio", { name: /^Automatic/ })).toBeChecked();
  await run(page);
  await expect(page.getByText(/^own program · n = \d+ · sized for (this|its) device/).first()).toBeVisible();
});

test("the gallery shows what to look for in each program", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await programButton(page).click();
  const programs = page.getByRole("group", { name: "Program" });
  expect(await programs.getByRole("radio").count()).toBeGreaterThanOrEqual(3);
  await expect(programs.getByRole("radio", { name: "Countdown" })).toBeChecked();
  await expect(programs.getByRole("radio", { name: "Countdown" })).toHaveAccessibleDescription(/GIL/);
  await programs.getByRole("radio", { name: "Fibonacci by recursion" }).click();
  await expect(programs).toBeHidden();
  await expect(programButton(page)).toBeFocused();
  await expect(page).toHaveURL(/program=fib/);
});
