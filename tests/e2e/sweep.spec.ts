import { run, runButton } from "./controls";
import { expect, test } from "./test";

const FIGURE = /hand-offs, cost and latency/;

test("the switch interval's trade is measured, and Stop works", async ({ page, sites }) => {
  test.slow();
  await page.goto(sites.isolated);
  const measure = page.getByRole("button", { name: "Measure the trade" });
  await measure.click();
  await expect(runButton(page)).toBeDisabled();
  await expect(page.getByRole("img", { name: FIGURE })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Stop measuring" }).click();
  await expect(measure).toBeEnabled();
  await expect(page.getByRole("img", { name: FIGURE })).toHaveCount(0);

  await measure.click();
  await expect(page.getByRole("button", { name: "Measure the trade again" })).toBeEnabled({
    timeout: 120_000,
  });
  await expect(page.getByRole("img", { name: FIGURE })).toBeVisible();
  await page.goto(`${sites.isolated}#v=1&models=gil&workers=2&samples=1`);
  await run(page);
  await expect(page.getByRole("img", { name: FIGURE })).toBeVisible();
});

test.describe("without shared memory", () => {
  test.use({ serviceWorkers: "block" });

  test("the page says why it cannot be measured", async ({ page, sites }) => {
    await page.goto(sites.plain);
    await expect(page.getByRole("button", { name: "Measure the trade" })).toBeDisabled();
  });
});
