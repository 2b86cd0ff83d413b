/** The page of each model: found from the playground, readable, and left by Back. */
import { readFileSync, readdirSync } from "node:fs";
import { root } from "../../scripts/lib/paths.mjs";
import { run, runButton, QUICK } from "./controls";
import { violations } from "./quality";
import { expect, test } from "./test";

const names = readdirSync(`${root}/docs/models`).flatMap((name) => (name.endsWith(".md") ? [name.slice(0, -3)] : []));

for (const colorScheme of ["light", "dark"] as const) {
  test(`every model has a page that stands by itself, ${colorScheme}`, async ({ page, sites }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme });
    for (const name of names) {
      await page.goto(`${sites.isolated}models/${name}.html`);
      const [title = ""] = readFileSync(`${root}/docs/models/${name}.md`, "utf8").slice(2).split("\n");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      expect(await violations(page), name).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      const own = await page.locator("main a:not([href^=http])").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      for (const link of own) expect((await page.request.get(link)).status(), link).toBe(200);
    }
  });
}

test("they are reached from the page and left by Back, to the same choices", async ({ page, sites }) => {
  await page.goto(sites.isolated + QUICK);
  await expect(runButton(page)).toBeEnabled();
  await run(page);
  await page.getByRole("link", { name: "More about threads with a GIL" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Threads with a GIL");
  await page.goBack();
  await expect(runButton(page)).toBeEnabled();
  await expect(page).toHaveURL(/program=countdown/);
  await expect(page.getByRole("heading", { name: "Runs of this session" })).toBeVisible();
});
