import { expect, test } from "vitest";
import type { Progress } from "../../generated/types";
import { report, result } from "../testing/report";
import { plannedBars, reportBars, withMarks, withProgress } from "./bars";
import { manyWorkers, models, published } from "./testing/reports";

const four = models.slice(0, 4);

const progress: Progress = {
  phase: "warmup",
  done: 1,
  total: 10,
  model: "gil",
  workers: 2,
  sample: null,
  speedup: 0.98,
};

test("planned bars are grouped by workers, most first, and know nothing yet", () => {
  const bars = plannedBars(four, [1, 2]);
  expect(bars.map(({ model, workers }) => `${model} ${workers}`)).toEqual([
    "sequential 2",
    "gil 2",
    "free-threaded 2",
    "process 2",
    "sequential 1",
    "gil 1",
    "free-threaded 1",
    "process 1",
  ]);
  expect(bars.every(({ speedup, samples }) => speedup === null && samples.length === 0)).toBe(true);
});

test("progress draws one bar, from the warm-up on, and leaves the others", () => {
  const bars = withProgress(plannedBars(four, [1, 2]), progress);
  const known = bars.filter(({ speedup }) => speedup !== null);
  expect(known.map(({ model, workers, speedup }) => [model, workers, speedup])).toEqual([
    ["gil", 2, 0.98],
  ]);
});

test("progress that knows no speedup changes nothing", () => {
  const bars = plannedBars(four, [1, 2]);
  expect(withProgress(bars, { ...progress, speedup: null })).toEqual(bars);
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
  expect(bars[1]).toMatchObject({
    title: "Processes",
    speedup: 2.2,
    samples: [{ speedup: 2 }, { speedup: 2.5 }],
  });
});

test("a model that is not known here is called by its id", () => {
  const same = { value: 1, low: 1, high: 1 };
  const found = report([
    result("sequential", 1, [100], null),
    result("subinterpreters", 1, [100], same),
  ]);
  expect(reportBars(found, four).map(({ title }) => title)).toEqual([
    "Sequential",
    "subinterpreters",
  ]);
});

test("published figures stand where model, workers and work are the same", () => {
  const bars = withMarks(plannedBars(four, [1, 2]), { work: "split", published });
  expect(
    bars.flatMap(({ model, workers, marks }) =>
      marks.map(({ speedup }) => [model, workers, speedup]),
    ),
  ).toEqual([
    ["gil", 2, 1.1],
    ["process", 2, 1.92],
  ]);
  const repeated = withMarks(plannedBars(four, [2]), { work: "repeat", published });
  expect(repeated.flatMap(({ marks }) => marks.map(({ label }) => label))).toEqual(["the book"]);
});

test("a figure that was read in another text says so", () => {
  const [figure] = published;
  if (figure === undefined) throw new Error("no figure");
  const bars = withMarks(plannedBars(four, [2]), {
    work: "split",
    published: [{ ...figure, secondHand: true }],
  });
  expect(bars[1]?.marks[0]?.title).toMatch(/\(read in another text\)$/);
});

test("another report marks every model but its baseline, if its work was given alike", () => {
  const other = { label: "CPython 3.14", report: manyWorkers() };
  const bars = withMarks(plannedBars(four, [2, 3]), { work: "split", other });
  expect(
    bars.flatMap(({ model, marks }) => marks.map(({ label, speedup }) => [model, label, speedup])),
  ).toEqual([
    ["gil", "CPython 3.14", 0.96],
    ["free-threaded", "CPython 3.14", 1.78],
    ["process", "CPython 3.14", 1.75],
  ]);
  const repeated = withMarks(plannedBars(four, [2]), { work: "repeat", other });
  expect(repeated.every(({ marks }) => marks.length === 0)).toBe(true);
});

test("marks stay while bars grow", () => {
  const bars = withProgress(
    withMarks(plannedBars(four, [2]), { work: "split", published }),
    progress,
  );
  expect(bars[1]).toMatchObject({ speedup: 0.98, marks: [{ speedup: 1.1 }] });
});

test("what is too short to compare has no bar, and nor has the baseline then", () => {
  const signs = [{ kind: "too-short", message: "" }] as const;
  const both = [result("sequential", 2, [0.1], null), result("gil", 2, [0], null)];
  const bars = reportBars(report(both, { signs: [...signs] }), models);
  expect(bars).toMatchObject([
    { model: "sequential", speedup: null, isShort: true, samples: [] },
    { model: "gil", speedup: null, isShort: true, samples: [] },
  ]);
  const long = result("process", 2, [50], { value: 2, low: 2, high: 2 });
  const [baseline, gil] = reportBars(report([...both, long], { signs: [...signs] }), models);
  expect(baseline).toMatchObject({ speedup: 1, isShort: false });
  expect(gil).toMatchObject({ speedup: null, isShort: true });
});
