/** A step of a lesson: predicted, run, changed, run again, and left for the next one. */
import { runButton } from "./controls";
import { article, frameOf, runIn, scriptOf, test as inArticle } from "./hosts";
import { violations } from "./quality";
import { expect, test } from "./test";

test("a step is predicted, run, changed where it is marked, and followed by the next", async ({ page, sites }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(sites.isolated);
  await page.getByRole("navigation", { name: "Lessons" }).getByRole("link", { name: "The lock", exact: true }).click();
  const lesson = page.getByRole("region", { name: "Two threads, one lock", exact: true });
  await expect(lesson.getByText("Lesson 1 of 6: The lock")).toBeVisible();
  await expect(runButton(page)).toBeEnabled();
  await lesson.getByRole("radio", { name: "as long as one of them", exact: true }).click();
  await expect(lesson.getByText("Now press Run, and see.")).toBeVisible();
  await runButton(page).click();
  await expect(lesson.getByText("Not so. Only the thread that holds the GIL runs.")).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("[data-line='4'].to-change")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await lesson.getByRole("button", { name: "Change it" }).click();
  await expect(page.locator(".code-text")).toContainText("THREADS = 1");
  await runButton(page).click();
  await expect(lesson.getByText("One thread takes as long with the lock as without it")).toBeVisible({ timeout: 30_000 });
  await lesson.getByRole("link", { name: "Next: Taking turns →" }).click();
  await expect(page.getByRole("region", { name: "Taking turns", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/#v=1&lesson=the-lock&step=2$/);
  await expect(page.getByText("What happened"), "nothing of the step before is left").toHaveCount(0);
  // A program of one's own leaves the lesson.
  await page.getByRole("button", { name: "Paste your own" }).click();
  await expect(page.getByRole("region", { name: "Taking turns", exact: true })).toHaveCount(0);
});

inArticle("a step stands in a page of somebody else", async ({ page, open, sites }) => {
  const element = '<gil-playground lesson="what-goes-wrong" step="3" samples="1"></gil-playground>';
  await open(article(element, scriptOf(sites.isolated)));
  const frame = frameOf(page);
  await frame.getByRole("radio", { name: "both wait for ever" }).click();
  await runIn(frame).click();
  await expect(frame.getByText("Yes. Each holds the lock that the other one wants")).toBeVisible({ timeout: 30_000 });
  await frame.getByRole("button", { name: "Change it" }).click();
  await expect(frame.locator(".code-text")).toContainText("args=(home, bank), name=\"back\"");
});
