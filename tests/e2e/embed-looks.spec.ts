/** How the playground looks in a frame, and what it moves around it. */
import { deflateRawSync } from "node:zlib";
import { stopButton, runButton, status } from "./controls";
import {
  article,
  counting,
  expect,
  FOUND,
  frameOf,
  runIn,
  scriptOf,
  SMALL,
  SMALL_LINK,
  statusIn,
  test,
} from "./hosts";
import { violations, watchShifts } from "./quality";

const FAILING = "def task(worker, workers):\n    return 1 // 0\n";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing before a run, during and after it, and where it failed: ${colorScheme}`, async ({
    page,
    sites,
  }) => {
    await page.setViewportSize({ width: 640, height: 900 });
    await page.emulateMedia({ colorScheme });
    const embed = `${sites.isolated}embed.html`;
    await page.goto(embed + SMALL_LINK);
    await expect(runButton(page)).toBeEnabled();
    for (const name of ["The program", "Why", "Settings"])
      await page.getByText(name, { exact: true }).click();
    expect(await violations(page), "before a run").toEqual([]);

    await runButton(page).click();
    await expect(status(page)).toHaveText(FOUND);
    expect(await violations(page), "after a run").toEqual([]);

    await page.goto(embed + counting(900_000_000).link);
    await runButton(page).click();
    await expect(page.locator("progress")).toBeVisible();
    expect(await violations(page), "during a run").toEqual([]);
    await stopButton(page).click();

    const source = deflateRawSync(FAILING).toString("base64url");
    await page.goto(`${embed}#v=1&workers=1&samples=1&source=${source}`);
    await runButton(page).click();
    await expect(page.getByText("ZeroDivisionError").first()).toBeVisible();
    expect(await violations(page), "after a failure").toEqual([]);
  });
}

test("within the height that a page reserves, nothing in it ever moves", async ({
  page,
  open,
  sites,
}) => {
  await page.setViewportSize({ width: 800, height: 1600 });
  // As the dialog writes it: a style of the element's own comes only with its script.
  const reserved = 'style="display: block; min-height: 1000px"';
  const element = `<gil-playground ${SMALL} ${reserved}></gil-playground>`;
  await open(article(element, scriptOf(sites.isolated)));
  const shifts = await watchShifts(page, true);
  await expect(runIn(frameOf(page))).toBeEnabled();
  // From a script: a click would excuse what moves after it.
  await page.evaluate(() => document.querySelector("gil-playground")?.run());
  await expect(statusIn(frameOf(page))).toHaveText(FOUND);
  await expect(page.locator("#below")).toBeInViewport();
  expect(await shifts()).toBe(0);
});
