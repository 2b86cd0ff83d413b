import type { Page } from "@playwright/test";
import {
  bars,
  numbers,
  pasteOwn,
  programButton,
  QUICK,
  run,
  runButton,
  status,
  stopButton,
} from "./controls";
import { expect, test } from "./test";

test("Run draws a bar for every model and number of workers, and the numbers", async ({
  page,
  sites,
}) => {
  await page.goto(sites.isolated + QUICK);
  await runButton(page).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(numbers(page)).toBeVisible();
  await expect(bars(page)).toHaveCount(8);
  await expect(numbers(page).locator("tbody tr[data-model]")).toHaveCount(8);
  await expect(status(page)).toContainText("With 2 workers");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("the page comes with a size of its own and shows its device", async ({ page, sites }) => {
  await page.goto(`${sites.isolated}#v=1&samples=1`);
  await expect(programButton(page)).toBeEnabled();
  await expect(page.getByRole("region", { name: "This device" })).toContainText(/\d+ cores?/);
  await run(page);
  await expect(page.getByText("sized for its device").first()).toBeVisible();
});

for (const model of ["sequential", "gil", "free-threaded", "process"]) {
  test(`Stop works during ${model}, and Run again at once`, async ({ page, sites }) => {
    await page.goto(
      `${sites.isolated}#v=1&program=countdown&args.n=200000000&models=${model}&workers=2&samples=2`,
    );
    await runButton(page).click();
    // The baseline is warmed up first, then the model runs.
    if (model !== "sequential") await expect(page.getByText(/^[1-9]\d* of \d+ runs/)).toBeVisible();
    await stopButton(page).click();
    await expect(status(page)).toHaveText(/^Stopped/);
    await runButton(page).click();
    await expect(page.getByText(/^[1-9]\d* of \d+ runs/)).toBeVisible();
    await stopButton(page).click();
    await expect(status(page)).toHaveText(/^Stopped/);
  });
}

test("everything can be done with the keyboard alone", async ({ page, sites }) => {
  await page.goto(sites.isolated + QUICK);
  await expect(runButton(page)).toBeEnabled();
  // The first ones are six lessons, and how it measures.
  for (let link = 0; link < 8; link++) await page.keyboard.press("Tab");
  await expect(programButton(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Countdown", exact: true })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("heading", { name: /hashing/i })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(programButton(page)).toBeFocused();
  await expect(page.getByRole("radio", { name: "Countdown", exact: true })).toHaveCount(0);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Paste your own" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(runButton(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(stopButton(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(status(page)).toHaveText(/^Stopped/);
  const reached = await tabThrough(page);
  for (const name of ["size", "work", "model-gil", "model-process"])
    expect(reached).toContain(name);
});

/** Names or ids of what the tab key reaches, once around. */
async function tabThrough(page: Page): Promise<string[]> {
  const reached: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press("Tab");
    reached.push(
      await page.evaluate(() => {
        const focused = document.activeElement;
        return focused instanceof HTMLInputElement
          ? focused.name || focused.id
          : (focused?.tagName ?? "");
      }),
    );
  }
  return reached;
}

test("at 360 pixels nothing is wider than the screen", async ({ page, sites }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(sites.isolated + QUICK);
  await run(page);
  await page.getByText("Settings", { exact: true }).click();
  await page.getByText("Advanced").click();
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(width);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`text can be read on the ${colorScheme} background`, async ({ page, sites }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(sites.isolated);
    await expect(runButton(page)).toBeEnabled();
    const [background, text] = await page.evaluate(() => {
      const brightness = (color: string): number => {
        const context = new OffscreenCanvas(1, 1).getContext("2d");
        if (context === null) throw new Error("no canvas");
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
        return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
      };
      const body = getComputedStyle(document.body);
      const root = getComputedStyle(document.documentElement);
      const seen =
        body.backgroundColor === "rgba(0, 0, 0, 0)" ? root.backgroundColor : body.backgroundColor;
      return [brightness(seen), brightness(body.color)] as const;
    });
    if (colorScheme === "dark") expect(text - background).toBeGreaterThan(0.5);
    else expect(background - text).toBeGreaterThan(0.5);
  });
}

test("a program that raises shows its traceback, and the page goes on", async ({ page, sites }) => {
  await page.goto(`${sites.isolated}#v=1&program=fib&args.n=5000&models=sequential&workers=1`);
  await runButton(page).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("RecursionError");
  await expect(alert).toContainText("Traceback");
  await page.goto(sites.isolated + QUICK);
  await run(page);
});

test("a link that asks for nonsense says so and is otherwise used", async ({ page, sites }) => {
  await page.goto(`${sites.isolated}#v=1&program=fib&workers=100000`);
  await expect(page.getByRole("alert")).toContainText("workers");
  await expect(programButton(page)).toContainText("Fibonacci");
});

test("the page is seen before the engine is there", async ({ page, sites }) => {
  await page.route("**/*.wasm", async (route) => {
    await expect(runButton(page)).toBeVisible();
    await route.continue();
  });
  await page.goto(sites.isolated);
  await expect(page.getByRole("heading", { name: "GIL playground" })).toBeVisible();
  await expect(runButton(page)).toBeEnabled();
});

test("a first run that fails shows what was printed and at which line, and no empty chart", async ({ page, sites }) => {
  const source = "def task(worker, workers):\n    print('so far')\n    return 1 // 0\n";
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  await pasteOwn(page, source);
  await runButton(page).click();
  const alert = page.getByRole("alert").filter({ hasText: "ZeroDivisionError" }).first();
  await expect(alert.getByText("so far")).toBeVisible({ timeout: 30_000 });
  await expect(alert.getByRole("button", { name: "line 3" })).toBeVisible();
  await expect(page.getByRole("img", { name: /speedups;/ })).toHaveCount(0);
});
