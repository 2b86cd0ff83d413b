import { expect, test } from "vitest";
import { textOf } from "../testing/text";
import { sweepChart, sweepFigure } from "./sweep";
import { about, sweepPoints } from "./testing/reports";

test("a chart of a sweep", () => {
  const { drawing, table } = sweepChart(sweepPoints);
  expect(textOf(drawing(720))).toMatchSnapshot();
  expect(table).toMatchSnapshot();
});

test.each([0, 1, 2])("%i points are drawn while more are measured", (count) => {
  const drawn = textOf(sweepChart(sweepPoints.slice(0, count)).drawing(320));
  expect(drawn).not.toMatch(/NaN|Infinity/);
  expect(drawn.match(/class="chart-point"/g)?.length ?? 0).toBe(3 * count);
});

test("the chart is as high before the first point as after the last", () => {
  const [before, after] = [[], sweepPoints].map(
    (points) => /height="(\d+)"/.exec(textOf(sweepChart(points).drawing(320)))?.[1],
  );
  expect(before).toBe(after);
});

test("no hand-offs at all are drawn hollow at the bottom", () => {
  const [point] = sweepPoints;
  if (point === undefined) throw new Error("no point");
  const drawn = textOf(sweepChart([{ ...point, handOffsPerSecond: 0 }]).drawing(720));
  expect(drawn).toContain("chart-point-none");
  expect(drawn).not.toMatch(/NaN|Infinity/);
});

test("the default is always among the ticks", () => {
  for (const width of [280, 720]) {
    expect(textOf(sweepChart([]).drawing(width))).toMatch(/chart-tick-n"[^>]*>5 ms</);
  }
});

test("the sentence comes with the whole sweep", () => {
  expect(textOf(sweepFigure({ points: sweepPoints, sentence: "A trade." }, about))).toContain(
    "A trade.",
  );
  expect(textOf(sweepFigure({ points: [] }, about))).not.toContain("figure-finding");
});
