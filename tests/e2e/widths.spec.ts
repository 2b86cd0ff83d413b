import { QUICK, run } from "./controls";
import { expect, test } from "./test";

declare global {
  /** Charts that a frame found at another width than the room they have. */
  var misfits: Set<string>;
}

for (const width of [360, 1280]) {
  test(`no chart is ever seen at another width than its room's: ${width}`, async ({
    page,
    sites,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      globalThis.misfits = new Set();
      const look = (): void => {
        for (const svg of document.querySelectorAll("svg.chart")) {
          const room = svg.parentElement?.clientWidth;
          const drawn = Number(svg.getAttribute("width"));
          if (drawn !== room) globalThis.misfits.add(`${drawn} in ${room}`);
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(sites.isolated + QUICK);
    await run(page);
    await expect(page.locator("svg.chart")).toHaveCount(3);
    expect(await page.evaluate(() => Array.from(globalThis.misfits))).toEqual([]);
  });
}
