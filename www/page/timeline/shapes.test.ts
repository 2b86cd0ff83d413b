import { expect, test } from "vitest";
import { trace } from "../testing/report";
import { layoutOf } from "./layout";
import type { Palette } from "./looks";
import type { Panel } from "./panels";
import { shapes } from "./shapes";
import { svgOf } from "./svg";
import { anyLane, traceOf, turns } from "./testing/traces";

const panels: Panel[] = [{ model: "gil", title: "Threads with a GIL", trace: trace() }];
const wide = layoutOf(panels, { width: 720, column: 1 });
const palette: Palette = {
  paper: "white",
  ink: "black",
  soft: "dimgray",
  rule: "silver",
  edge: "gray",
  models: {
    sequential: "slategray",
    gil: "orangered",
    "free-threaded": "seagreen",
    process: "royalblue",
    subinterpreters: "orchid",
    "gil-before-3.2": "purple",
  },
  font: "sans-serif",
};

test("a small timeline, as a picture", () => {
  expect(svgOf(shapes(wide, { startMs: 0, endMs: 10 }, 0), palette)).toMatchSnapshot();
});

test("on a phone, there is a row for each worker above the lanes", () => {
  const narrow = layoutOf(panels, { width: 320, column: 1 });
  expect(svgOf(shapes(narrow, { startMs: 0, endMs: 10 }), palette)).toMatchSnapshot();
});

test("a title is text, whatever it contains", () => {
  const hostile = layoutOf([{ model: "gil", title: "<script>", trace: trace() }], wide);
  expect(svgOf(shapes(hostile, { startMs: 0, endMs: 10 }), palette)).not.toContain("<script>");
});

test("all that is drawn of 100,000 segments and 20,000 hand-offs is bounded by the width", () => {
  const busy = turns(4, 0.02, 500);
  const lanes = [0, 1, 2, 3].map((worker) => anyLane(worker, 25_000, 500, worker + 1));
  const many = traceOf(lanes, busy.handOffs.slice(0, 20_000));
  const layout = layoutOf([{ model: "gil", title: "GIL", trace: many }], wide);
  for (const span of [500, 50, 5, 0.5]) {
    const drawing = shapes(layout, { startMs: 100, endMs: Math.min(500, 100 + span) }, 3);
    const columns = drawing.runs.reduce((sum, run) => sum + run.columns.length, 0);
    expect(drawing.segments.length + columns).toBeLessThan(4 * 3 * 720);
    expect(drawing.lines.length).toBeLessThan(720);
    expect(drawing.texts.length).toBeLessThan(100);
  }
});

test("all hand-offs in one place are one line, from the first to the last lane of them", () => {
  const layout = layoutOf([{ model: "gil", title: "GIL", trace: turns(3, 0.02, 500) }], wide);
  const lines = shapes(layout, { startMs: 0, endMs: 500 }).lines.filter(
    (line) => line.kind.startsWith("hand-off") && !layout.legend.lines.includes(line),
  );
  const [first, , last] = layout.panels[0]?.lanes ?? [];
  expect(lines.length).toBeGreaterThan(150);
  for (const { kind, y1, y2 } of lines) {
    expect(kind).toBe("hand-offs");
    expect([y1, y2]).toEqual(
      [first, last].map((lane) => (lane?.top ?? 0) + (lane?.height ?? 0) / 2),
    );
  }
});

test("nothing moves up or down when the view changes", () => {
  const [whole, part] = [
    { startMs: 0, endMs: 10 },
    { startMs: 4, endMs: 6 },
  ].map((view) => shapes(wide, view));
  expect(part?.height).toBe(whole?.height);
});
