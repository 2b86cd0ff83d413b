import { expect, test } from "vitest";
import { report, result, traced } from "../testing/report";
import { textOf } from "../testing/text";
import { about, manyWorkers, models, withTrace } from "./testing/reports";
import { stacks, totalOf } from "./time-parts";
import { timeUseChart, timeUseFigure } from "./time-use";

const small = report([
  withTrace(result("sequential", 2, [100], null)),
  withTrace(result("gil", 2, [101], { value: 0.99, low: 0.97, high: 1.01 })),
  withTrace(result("process", 2, [52], { value: 1.92, low: 1.88, high: 1.96 })),
]);

test("a chart of traced runs", () => {
  const { drawing, table } = timeUseChart(stacks(small, models));
  expect(textOf(drawing(720))).toMatchSnapshot();
  expect(table).toMatchSnapshot();
});

test("stacks add up to the run", () => {
  const found = manyWorkers();
  const rows = stacks(found, models);
  expect(rows).toHaveLength(found.results.length);
  for (const row of rows) {
    const run = found.results.find(
      ({ model, workers }) => model === row.model && workers === row.workers,
    );
    expect(totalOf(row)).toBeCloseTo(run?.trace?.durationMs ?? Number.NaN, 6);
  }
});

test("all panels have one scale, and the medians of all runs stand beside the run that is drawn", () => {
  const drawn = textOf(timeUseChart(stacks(manyWorkers(), models)).drawing(720));
  const ends = [...drawn.matchAll(/class="chart-tick" x="([\d.]+)" y="[\d.]+"[^>]*>200 ms/g)].map(([, x]) => x);
  expect(ends.length).toBe(4);
  expect(new Set(ends).size).toBe(1);
  expect(drawn).toMatch(/ ms<tspan class="chart-small"> · median [\d.]+ ms/);
});

test("blocks follow each other without a gap", () => {
  const drawn = textOf(timeUseChart(stacks(small, models)).drawing(720));
  const gil = drawn.slice(
    drawn.lastIndexOf('<g data-model="gil">'),
    drawn.lastIndexOf('<g data-model="process">'),
  );
  const blocks = [...gil.matchAll(/x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, x, width]) => [Number(x), Number(width)] as const,
  );
  expect(blocks.length).toBe(4);
  for (const [index, [x]] of blocks.entries()) {
    const [left, width] = blocks[index - 1] ?? [0, 0];
    expect(x).toBeCloseTo(left + width, 1);
  }
});

test("runs without a trace use the medians, and say what is not told apart", () => {
  const bare = report([result("sequential", 1, [100], null)]);
  const [row] = stacks(bare, models);
  expect(row).toMatchObject({
    isTraced: false,
    ms: { startingMs: 10, runningMs: 100, waitingMs: 0 },
  });
  expect(textOf(timeUseFigure(bare, models, about))).toContain("not told apart from computing");
  expect(textOf(timeUseFigure(small, models, about))).not.toContain("not told apart");
});

test("the legend explains only what occurs", () => {
  const { table } = timeUseChart(stacks(report([traced(result("gil", 2, [10], null))]), models));
  expect(table.columns).toEqual([
    "Model",
    "Workers",
    "starting, ms",
    "computing, ms",
    "waiting for the lock, ms",
    "blocked, ms",
    "joining, ms",
    "in all, ms",
    "median of all runs, ms",
  ]);
});

test("a run of no time draws nothing that is no number", () => {
  const found = result("gil", 1, [0], null);
  const none = { startUpMs: 0, copyInMs: 0, computeMs: 0, copyOutMs: 0, joinMs: 0, totalMs: 0 };
  const drawn = textOf(
    timeUseChart(stacks(report([{ ...found, median: none }]), models)).drawing(320),
  );
  expect(drawn).not.toMatch(/NaN|Infinity/);
});
