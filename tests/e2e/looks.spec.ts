import { banner, edit, numbers, programButton, QUICK, run, runButton, status } from "./controls";
import { violations, watchShifts } from "./quality";
import { expect, test } from "./test";

const screens = [
  { name: "wide, light", width: 1280, colorScheme: "light" },
  { name: "wide, dark", width: 1280, colorScheme: "dark" },
  { name: "360 pixels, light", width: 360, colorScheme: "light" },
  { name: "360 pixels, dark", width: 360, colorScheme: "dark" },
] as const;

for (const { name, width, colorScheme } of screens) {
  test(`axe finds nothing before a run, after it, and with an opened report: ${name}`, async ({
    page,
    sites,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(sites.isolated + QUICK);
    await expect(runButton(page)).toBeEnabled();
    // Where it is narrow, settings are folded.
    if (width === 360) await page.getByText("Settings", { exact: true }).click();
    await page.getByText("Advanced").click();
    expect(await violations(page), "before a run").toEqual([]);

    await run(page);
    expect(await violations(page), "after a run").toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "JSON", exact: true }).click(),
    ]);
    await page.setInputFiles("input[type=file]", await download.path());
    await expect(banner(page)).toBeVisible();
    expect(await violations(page), "with an opened report beside the run").toEqual([]);
  });
}

for (const { name, width, colorScheme } of screens) {
  test(`axe finds nothing in the gallery and the editor: ${name}`, async ({ page, sites }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.goto(sites.isolated);
    await expect(runButton(page)).toBeEnabled();
    await programButton(page).click();
    expect(await violations(page), "with all programs").toEqual([]);
    await programButton(page).click();
    const editor = await edit(page);
    await page.keyboard.insertText("import nothing\n");
    await expect(page.locator(".source-found")).toContainText("Line 1");
    await expect(editor).toBeFocused();
    expect(await violations(page), "with an error in the editor").toEqual([]);
  });
}

for (const [width, height] of [
  [1280, 800],
  [1280, 2400],
  [360, 740],
] as const) {
  test(`nothing moves while it runs, nor at its end: ${width} × ${height}`, async ({
    page,
    sites,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(sites.isolated + QUICK);
    await expect(runButton(page)).toBeEnabled();
    const shifts = await watchShifts(page);
    await run(page);
    await expect(status(page)).toContainText("With 2 workers");
    await expect(numbers(page)).toBeVisible();
    expect(await shifts()).toBeLessThan(0.001);
  });

  test(`nothing moves while the trade is measured: ${width} × ${height}`, async ({
    page,
    sites,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(sites.isolated);
    await page.getByRole("button", { name: "Measure the trade" }).click();
    const shifts = await watchShifts(page);
    const again = page.getByRole("button", { name: "Measure the trade again" });
    await expect(again).toBeEnabled({ timeout: 50_000 });
    expect(await shifts()).toBeLessThan(0.001);
  });
}

for (const [width, height] of [
  [1280, 800],
  [360, 740],
] as const) {
  test(`a link with results opens without a jump: ${width} × ${height}`, async ({
    page,
    sites,
    context,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto(sites.isolated + QUICK);
    await run(page);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy link with results" }).click();
    await expect(page.getByText(/link with these results is copied/)).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const fresh = await context.newPage();
    await fresh.setViewportSize({ width, height });
    await fresh.goto("about:blank");
    await fresh.goto(link);
    const shifts = await watchShifts(fresh, true);
    await expect(banner(fresh)).toBeVisible();
    await expect(numbers(fresh)).toBeVisible();
    expect(await shifts()).toBeLessThan(0.001);
  });
}
