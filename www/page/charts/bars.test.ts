import { expect, test } from "vitest";
import type { Progress } from "../../generated/types";
import { models, report, result } from "../testing/report";
import { plannedBars, reportBars, withProgress } from "./bars";

const progress: Progress = {
  phase: "sample",
  done: 1,
  total: 10,
  model: "gil",
  workers: 2,
  sample: null,
  speedup: 0.98,
};

test("planned bars are grouped by workers and know nothing yet", () => {
  const bars = plannedBars(models, [1, 2]);
  expect(bars.map(({ model, workers }) => `${model} ${workers}`)).toEqual([
    "sequential 1",
    "gil 1",
    "free-threaded 1",
    "process 1",
    "sequential 2",
    "gil 2",
    "free-threaded 2",
    "process 2",
  ]);
  expect(bars.every(({ speedup, samples }) => speedup === null && samples.length === 0)).toBe(true);
});

test("progress draws one bar and leaves the others", () => {
  const bars = withProgress(plannedBars(models, [1, 2]), progress);
  const known = bars.filter(({ speedup }) => speedup !== null);
  expect(known.map(({ model, workers, speedup }) => [model, workers, speedup])).toEqual([
    ["gil", 2, 0.98],
  ]);
});

test("samples are compared with the baseline's median, start-up apart", () => {
  const bars = reportBars(
    report([
      result("sequential", 2, [90, 110, 100], null),
      result("process", 2, [50, 40], { value: 2.2, low: 2, high: 2.5 }),
    ]),
    models,
  );
  expect(bars[0]).toMatchObject({ model: "sequential", speedup: 1, interval: null });
  expect(bars[1]).toMatchObject({ title: "Processes", speedup: 2.2, samples: [{ speedup: 2 }, { speedup: 2.5 }] });
});
