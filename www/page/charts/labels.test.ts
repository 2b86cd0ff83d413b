import { expect, test } from "vitest";
import { spread } from "./labels";

const blocks = (...tops: number[]): { top: number; height: number }[] =>
  tops.map((top) => ({ top, height: 16 }));

test("labels that are apart stay where they are", () => {
  expect(spread(blocks(100, 20, 60), 0, 200)).toEqual([100, 20, 60]);
});

test("labels that collide part evenly", () => {
  expect(spread(blocks(50, 50), 0, 200)).toEqual([42, 58]);
  expect(spread(blocks(54, 50, 52), 0, 200)).toEqual([68, 36, 52]);
});

test("labels stay inside", () => {
  expect(spread(blocks(-10, 195), 0, 200)).toEqual([0, 184]);
  expect(spread(blocks(190, 195), 0, 200)).toEqual([168, 184]);
});

test("labels never overlap, in whatever order and of whatever height", () => {
  const wishes = Array.from({ length: 12 }, (_, index) => ({
    top: (index * 37) % 100,
    height: 10 + (index % 3) * 6,
  }));
  const tops = spread(wishes, 0, 300);
  const placed = tops
    .map((top, index) => ({ top, bottom: top + (wishes[index]?.height ?? 0) }))
    .toSorted((a, b) => a.top - b.top);
  for (const [index, { top }] of placed.entries()) {
    expect(top).toBeGreaterThanOrEqual((placed[index - 1]?.bottom ?? 0) - 1e-9);
  }
  expect(placed.at(-1)?.bottom).toBeLessThanOrEqual(300);
});

test("no labels", () => {
  expect(spread([], 0, 100)).toEqual([]);
});
