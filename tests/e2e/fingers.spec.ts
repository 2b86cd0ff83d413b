import type { Page } from "@playwright/test";
import { run } from "./controls";
import { cursor, LOCKED, scrolled, stage } from "./lanes";
import { expect, test } from "./test";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });

type Point = readonly [x: number, y: number];

interface Finger {
  from: Point;
  by: Point;
}

/** Moves fingers from where they touch to where they leave. */
async function move(page: Page, ...fingers: Finger[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const steps = 8;
  const at = (part: number): { x: number; y: number; id: number }[] =>
    fingers.map(({ from: [x, y], by: [right, down] }, id) => ({
      x: x + right * part,
      y: y + down * part,
      id,
    }));
  const touch = "Input.dispatchTouchEvent";
  await session.send(touch, { type: "touchStart", touchPoints: at(0) });
  for (let count = 1; count <= steps; count += 1)
    await session.send(touch, { type: "touchMove", touchPoints: at(count / steps) });
  await session.send(touch, { type: "touchEnd", touchPoints: [] });
}

test("two fingers zoom, one across moves, one up scrolls the page", async ({ page, sites }) => {
  await page.goto(sites.isolated + LOCKED);
  await run(page);
  const grip = async (): Promise<Point> => {
    await stage(page).evaluate((element) => element.scrollIntoView({ block: "center" }));
    const { x = 0, y = 0, width = 0, height = 0 } = (await stage(page).boundingBox()) ?? {};
    return [x + width / 2, y + height / 2];
  };
  const range = async (): Promise<readonly [number, number]> => {
    const ends: number[] = [];
    const { width = 0, height = 0 } = (await stage(page).boundingBox()) ?? {};
    for (const x of [2, width - 2]) {
      await stage(page).tap({ position: { x, y: height / 2 } });
      ends.push(await cursor(page));
    }
    return [ends[0] ?? NaN, ends[1] ?? NaN];
  };
  const [start, end] = await range();
  let [x, y] = await grip();
  const top = await scrolled(page);
  await move(page, { from: [x, y], by: [5, -200] });
  await expect.poll(() => scrolled(page)).toBeGreaterThan(top + 50);
  expect(await range()).toEqual([start, end]);

  [x, y] = await grip();
  await move(page, { from: [x - 20, y], by: [-70, 0] }, { from: [x + 20, y], by: [70, 0] });
  const [nearStart, nearEnd] = await range();
  expect(nearEnd - nearStart).toBeLessThan((end - start) / 2);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);

  [x, y] = await grip();
  await move(page, { from: [x + 50, y], by: [-100, 3] });
  expect((await range())[0]).toBeGreaterThan(nearStart);
});
