/** More samples for the results that are there, and the runs of a session. */
import { QUICK, run, runButton } from "./controls";
import { expect, test } from "./test";

test("more is measured and added, and outlasts a reload", async ({ page, sites }) => {
  await page.goto(sites.isolated + QUICK);
  await run(page);
  await expect(page.getByText("2 runs each:")).toBeVisible();
  await page.getByRole("button", { name: "Measure more" }).click();
  await expect(page.getByText("5 runs each:")).toBeVisible({ timeout: 60_000 });
  const session = page.getByRole("region", { name: "Runs of this session" });
  await expect(session.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("combobox", { name: "Measure until it is clear" }).selectOption("10");
  await expect(page.getByText(/^Measuring until it is clear|^Paused/)).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText(/runs each:/), "what was added is kept").toBeVisible();
  await page.reload();
  await expect(runButton(page)).toBeEnabled();
  await expect(page.getByText(/runs each:/), "the results are shown again").toBeVisible();
  await session.getByRole("button", { name: /^Delete: Countdown/ }).click();
  await expect(session).toHaveCount(0);
});
