/** The recorded run of a script in slow motion, and the timeline with the source. */
import { BANK, runScript, timeline } from "./script-page";
import { expect, test } from "./test";

test("the run is replayed, with threads' marks in the code and what they printed", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await runScript(page, BANK.replace("time.sleep(0.15)", "time.sleep(0.15)\n        print('paid')"));
  const replay = page.getByRole("region", { name: "Replay" });
  const slider = replay.getByRole("slider", { name: "Time in the run" });
  const at = (): Promise<number> => slider.evaluate((input: HTMLInputElement) => input.valueAsNumber);
  const marks = page.locator(".cm-threads .thread-mark");
  await replay.getByRole("combobox", { name: "Speed" }).selectOption("0.1");
  await replay.getByRole("button", { name: "Replay", exact: true }).click();
  await expect.poll(at).toBeGreaterThan(50);
  await replay.getByRole("button", { name: "Pause" }).click();
  const paused = await at();
  await expect(replay.getByRole("listitem").filter({ hasText: "teller 1 waits for a lock" })).toHaveCount(2);
  await expect(marks.first()).toBeVisible();
  await replay.getByRole("button", { name: "Next change →" }).click();
  // What is seen follows with the next frame: all that is read of it is waited for.
  await expect.poll(at).toBeGreaterThan(paused);
  const next = await at();
  await replay.getByRole("button", { name: "← Previous change" }).click();
  await expect.poll(at).toBeLessThan(next);
  // By keyboard, too: the end of a run is where its last change is.
  await timeline(page).locator(".timeline-stage").focus();
  const stepped = await at();
  await page.keyboard.press(".");
  await expect.poll(at).toBeGreaterThan(stepped);
  await page.keyboard.press(",");
  await expect.poll(at).toBe(stepped);
  await slider.fill("1000");
  const printed = replay.locator(".replay-printed");
  await expect(printed.first()).toHaveText("paid\npaid");
  await slider.fill("0");
  await expect(printed.first()).toHaveText("");
  await timeline(page).locator(".timeline-stage").focus();
  await page.keyboard.press(" ");
  await expect(replay.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.keyboard.press(" ");
  await expect(replay.getByRole("button", { name: "Replay", exact: true })).toBeVisible();
});

test("a click on the timeline shows the line in the editor", async ({ page, sites }) => {
  await page.goto(sites.isolated);
  await runScript(page, BANK);
  const stage = timeline(page).locator(".timeline-stage");
  const { width = 0 } = (await stage.locator("canvas").boundingBox()) ?? {};
  await stage.click({ position: { x: width * 0.4, y: 92 } });
  await expect(page.locator(".cm-threads .thread-mark").first()).toBeVisible();
  const told = timeline(page).getByRole("button", { name: /^Show line/ }).first();
  const line = (await told.textContent())?.replace("Show line ", "") ?? "";
  await expect(page.locator(".cm-activeLineGutter").last()).toHaveText(line);
});
