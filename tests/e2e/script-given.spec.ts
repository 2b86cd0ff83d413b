/** What a script is given, what is said of it before it runs, and how its results travel. */
import { pasteOwn, runButton, status, write } from "./controls";
import { BANK, facts, runScript, timeline, under } from "./script-page";
import { expect, test } from "./test";

test("a script gets its arguments and its input", async ({ page, sites, context }) => {
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  await pasteOwn(page, "import sys\nprint(sys.argv[1:], input('Who? '), input())\n");
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByLabel("Arguments").fill("-n '3 4'");
  await page.getByLabel("Input").fill("Ann\nBen");
  await page.getByLabel("Runs").fill("1");
  await page.getByRole("checkbox", { name: "Without the GIL" }).uncheck();
  await runButton(page).click();
  await expect(facts(page)).toHaveCount(1);
  await expect(under(page, "With")).toContainText("Who? ['-n', '3 4'] Ann Ben");
  await expect(page).toHaveURL(/argv=.*stdin=/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel("Arguments")).toHaveValue("-n '3 4'");
  await expect(other.getByLabel("Input")).toHaveValue("Ann\nBen");
});

test("what will not run is told beside its line before Run", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  await pasteOwn(page, "def read():\n    return breakpoint()\n");
  await expect(page.locator(".source-found")).toContainText(
    "The built-in `breakpoint` is not supported",
  );
  await expect(page.locator(".cm-lint-marker-warning")).toHaveCount(1);
  await write(page, "import numpy\n");
  await expect(page.locator(".source-found")).toContainText("only Python runs here");
  await expect(page.locator(".cm-lint-marker-warning")).toHaveCount(1);
});

test("a program is opened from a file", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  await page.getByLabel("Open a file…").setInputFiles({
    name: "bakery.py",
    mimeType: "text/x-python",
    buffer: Buffer.from("print('from a file')\n"),
  });
  await expect(page.getByRole("heading", { name: "The program: Your program" })).toBeVisible();
  await runButton(page).click();
  await expect(under(page, "With")).toContainText("from a file");
});

test("a link with results shows them at once, and beside those of a run there", async ({
  page,
  sites,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(sites.isolated);
  await runScript(page, BANK);
  await page.getByRole("button", { name: "Copy link with results" }).click();
  await expect(page.locator(".said")).toContainText("The link with these results is copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText(/^Measured elsewhere: /)).toBeVisible();
  await expect(status(other)).toContainText("3 runs each");
  await expect(timeline(other)).toBeVisible();
  await expect(other.locator(".time-bar")).toHaveCount(2);
  await runButton(other).click();
  await expect(other.locator(".time-bar")).toHaveCount(4, { timeout: 30_000 });
  await expect(other.getByText(/^Measured here: /)).toBeVisible();
});
