/** The bundled programs, by their stories. */
import { edit, programButton, runButton } from "./controls";
import { facts } from "./script-page";
import { expect, test } from "./test";

test("a script is chosen in the gallery, runs, and its link brings it back", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  await programButton(page).click();
  const story = page.getByRole("region", { name: "What goes wrong", exact: true });
  await story.getByRole("radio", { name: "Two locks in opposite order" }).click();
  await expect(page).toHaveURL(/program=two-locks/);
  await runButton(page).click();
  await expect(page.getByText("Deadlock: every thread waits for another one.").first()).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByRole("heading", { name: "The program: Two locks in opposite order" })).toBeVisible();
});

test("a script of the gallery that was edited is a version of it, also after a reload", async ({ page, sites }) => {
  await page.goto(`${sites.isolated}#v=1&program=back-pressure`);
  await expect(runButton(page)).toBeEnabled();
  await edit(page);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("# mine");
  await expect(page).toHaveURL(/basedOn=back-pressure/);
  await page.reload();
  await expect(page.getByRole("heading", { name: "The program: A producer that is faster than its consumer, edited" })).toBeVisible();
  await expect(runButton(page)).toBeEnabled();
  await expect(page.getByText("cannot be had")).toHaveCount(0);
});

test("ten thousand threads come to their end", async ({ page, sites }) => {
  await page.goto(`${sites.isolated}#v=1&program=many-threads&virtualThreads=true&samples=1&runtimes=gil`);
  await expect(runButton(page)).toBeEnabled();
  await runButton(page).click();
  await expect(facts(page)).toHaveCount(1, { timeout: 30_000 });
  await expect(page.getByText("10,000 have waited").first()).toBeVisible();
});
