import { nothing } from "lit/html.js";
import { expect, test } from "vitest";
import { report, result } from "../testing/report";
import { textOf } from "../testing/text";
import { integerTicks, scalingChart, scalingFigure } from "./scaling";
import { scalingLines } from "./scaling-lines";
import { about, manyWorkers, models } from "./testing/reports";

const lines = scalingLines(manyWorkers(), models);

test("a chart of four numbers of workers", () => {
  const { drawing, table } = scalingChart(lines, 2);
  expect(textOf(drawing(720))).toMatchSnapshot();
  expect(table).toMatchSnapshot();
});

test("the baseline is no line, and points ascend", () => {
  expect(lines.map(({ model }) => model)).toEqual(["gil", "free-threaded", "process"]);
  expect(lines[0]?.points.map(({ workers }) => workers)).toEqual([1, 2, 4, 8]);
});

test.each([280, 320, 720])("labels do not overlap at %i pixels", (width) => {
  const drawn = textOf(scalingChart(lines, 2).drawing(width));
  const labels = [...drawn.matchAll(/class="chart-label" x="([\d.]+)" y="([\d.]+)"/g)];
  const ys = labels.map((match) => Number(match[2])).toSorted((a, b) => a - b);
  expect(ys.length).toBeGreaterThanOrEqual(3);
  for (const [index, y] of ys.entries())
    expect(y - (ys[index - 1] ?? -16)).toBeGreaterThanOrEqual(15.9);
});

test("one point per line, and a law at one worker, are enough to draw", () => {
  const same = { value: 1, low: 1, high: 1 };
  const found = report([
    result("sequential", 1, [100], null),
    result("gil", 1, [100], same),
    result("sequential", 2, [100], null),
  ]);
  expect(textOf(scalingChart(scalingLines(found, models), 2).drawing(320))).not.toMatch(
    /NaN|Infinity/,
  );
});

test("one number of workers gets a hint, a baseline alone nothing", () => {
  const same = { value: 1, low: 1, high: 1 };
  const one = report([result("sequential", 2, [100], null), result("gil", 2, [100], same)]);
  expect(textOf(scalingFigure(one, models, about))).toContain("Choose several numbers of workers");
  const alone = report([1, 2].map((workers) => result("sequential", workers, [100], null)));
  expect(scalingFigure(alone, models, about)).toBe(nothing);
});

test("the figure tells what each fit says", () => {
  expect(textOf(scalingFigure(manyWorkers(), models, about))).toContain(
    "About 6 % of this run is serial.",
  );
});

test.each([
  [2, 10, [1, 2]],
  [8, 12, [1, 2, 3, 4, 5, 6, 7, 8]],
  [8, 4, [1, 2, 4, 6, 8]],
  [64, 6, [1, 16, 32, 48, 64]],
  [7, 4, [1, 2, 4, 6, 7]],
  [9, 3, [1, 4, 9]],
])("whole numbers up to %i with room for %i", (most, room, expected) => {
  expect(integerTicks(most, room)).toEqual(expected);
});
