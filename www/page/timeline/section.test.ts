import { nothing } from "lit/html.js";
import { expect, test } from "vitest";
import type { FigureAbout } from "../charts/frame";
import { models, report, result } from "../testing/report";
import { textOf } from "../testing/text";
import { factsOf } from "./facts";
import { timelineSection } from "./section";
import { handOffTable, timeUseTable } from "./tables";
import { anyLane, traceOf, turns } from "./testing/traces";
import type { Panel } from "./panels";

const about: FigureAbout = { subtitle: "", device: "", date: null, link: "", fileName: "test" };
const gil: Panel = { model: "gil", title: "GIL", trace: turns(2, 5, 100) };

test("there is no timeline without a trace", () => {
  expect(timelineSection(report([result("gil", 2, [1], null)]), models, about)).toBe(nothing);
  const traced = { ...result("gil", 2, [1], null), trace: gil.trace };
  expect(timelineSection(report([traced]), models, about)).not.toBe(nothing);
});

test("there is no timeline of a run that took no time on its clock", () => {
  const trace = { ...gil.trace, durationMs: 0 };
  const short = { ...result("gil", 2, [0], null), trace };
  expect(timelineSection(report([short]), models, about)).toBe(nothing);
});

test("the lock is held and free for the whole of the run", () => {
  expect(factsOf(gil)).toBe(
    "100 ms · lock held 100 % of the run over all workers, free 0 % · 19 hand-offs",
  );
});

test("it is said how many hand-offs there was no room for", () => {
  const trace = { ...gil.trace, handOffsTotal: 87_123 };
  expect(factsOf({ ...gil, trace })).toContain("the first 19 of 87,123 hand-offs");
});

test("the table has each worker's time in every state that occurs", () => {
  const { columns, rows } = timeUseTable([gil]);
  expect(columns).toEqual(["Worker", "starting, ms", "running, ms", "waiting, ms", "in all, ms"]);
  expect(rows[0]).toEqual(["GIL, worker 0", "0.2 (0 %)", "49.9 (50 %)", "49.9 (50 %)", "100"]);
});

test("hand-offs are told from the chosen one on", () => {
  const text = textOf(handOffTable([gil], 17, 5));
  expect(text).toContain("Numbers 18 to 19 of 19");
  expect(text).toContain("<td>90.200 ms</td>");
  expect(handOffTable([{ ...gil, trace: traceOf([anyLane(0, 9, 9, 9)]) }], null, 5)).toBe(nothing);
});
