import { expect, test } from "vitest";
import { report, result } from "../testing/report";
import { textOf } from "../testing/text";
import { plannedBars, reportBars, withMarks } from "./bars";
import { speedupChart, ticks } from "./speedup";
import { models, published } from "./testing/reports";

const measured = reportBars(
  report([
    result("sequential", 2, [100, 102], null),
    result("gil", 2, [101, 103], { value: 0.99, low: 0.97, high: 1.01 }),
    result("free-threaded", 2, [52, 53], { value: 1.92, low: 1.88, high: 1.96 }),
  ]),
  models,
);

test("a chart of a report", () => {
  const { drawing, table } = speedupChart(withMarks(measured, { work: "split", published }));
  expect(textOf(drawing(720))).toMatchSnapshot();
  expect(table).toMatchSnapshot();
});

test("a chart before its first number", () => {
  const { drawing, table } = speedupChart(plannedBars(models.slice(0, 2), [1]));
  expect(textOf(drawing(720))).toMatchSnapshot();
  expect(table.rows[0]).toEqual(["Sequential", "1", "–", "–", "–", "–"]);
});

test("what a program sums up stands behind the title, as far as there is room", () => {
  const summary = "counter = 1,608,925 of 3,000,000";
  const bars = measured.map((bar) => Object.assign({}, bar, { summary }));
  const { drawing, table } = speedupChart(bars);
  expect(textOf(drawing(720))).toContain(`>${summary}</text>`);
  expect(textOf(drawing(240))).toMatch(/>counter = [\d,]*…<\/text>/);
  expect(table.columns.at(-1)).toBe("Summary");
  expect(table.rows[0]?.at(-1)).toBe(summary);
});

test("a number stands beside its title, not where its whisker ends, and the baseline's track ends at 1×", () => {
  const drawn = textOf(speedupChart(measured).drawing(720));
  const value = /class="chart-value" x="([\d.]+)"[^>]*>1.92×/.exec(drawn);
  expect(value?.[1]).toBe("720");
  const tracks = [...drawn.matchAll(/class="chart-track"[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(tracks[1]).toBeCloseTo(2 * (tracks[0] ?? 0), 0);
});

test("a chart of nothing yet takes no height of its own", () => {
  expect(textOf(speedupChart([]).drawing(720))).toContain('height="0"');
});

test("titles are text, whatever they contain", () => {
  const [model] = models;
  if (model === undefined) throw new Error("no model");
  const bars = plannedBars([{ ...model, title: "<script>" }], [1]);
  expect(textOf(speedupChart(bars).drawing(720))).not.toContain("<script>");
});

test("times of zero draw nothing that is no number", () => {
  const same = { value: 1, low: 1, high: 1 };
  const results = [result("sequential", 1, [0], null), result("gil", 1, [0], same)];
  const bars = reportBars(report(results), models);
  expect(textOf(speedupChart(bars).drawing(320))).not.toMatch(/NaN|Infinity/);
});

test.each([
  [1, 1.22, [0, 1]],
  [2, 2.44, [0, 1, 2]],
  [1, 9.76, [0, 1, 2, 4, 6, 8]],
  [8, 9.76, [0, 1, 2, 4, 6, 8]],
  [2, 78, [2, 20, 40, 60]],
  [64, 78, [1, 20, 40, 64]],
])("the axis of %i workers that ends at %f", (workers, end, expected) => {
  expect(ticks(workers, end)).toEqual(expected);
});
