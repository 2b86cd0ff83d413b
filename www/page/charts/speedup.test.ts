import { expect, test } from "vitest";
import { models, report, result } from "../testing/report";
import { textOf } from "../testing/text";
import { plannedBars, reportBars } from "./bars";
import { speedupChart, ticks } from "./speedup";

test("a chart of a report", () => {
  const bars = reportBars(
    report([
      result("sequential", 2, [100, 102], null),
      result("gil", 2, [101, 103], { value: 0.99, low: 0.97, high: 1.01 }),
      result("free-threaded", 2, [52, 53], { value: 1.92, low: 1.88, high: 1.96 }),
    ]),
    models,
  );
  expect(textOf(speedupChart(bars, "Speedups"))).toMatchSnapshot();
});

test("a chart before its first number", () => {
  expect(textOf(speedupChart(plannedBars(models.slice(0, 2), [1]), "Speedups"))).toMatchSnapshot();
});

test("titles are text, whatever they contain", () => {
  const [model] = models;
  if (model === undefined) throw new Error("no model");
  const bars = plannedBars([{ ...model, title: "<script>" }], [1]);
  expect(textOf(speedupChart(bars, "Speedups"))).not.toContain("<script>");
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
