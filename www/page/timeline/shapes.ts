import { scaleLinear } from "d3-scale";
import type { Drawing, Line, Mark, MergedRun, Segment, Text } from "./drawing";
import { chosenShapes, handOffLines } from "./hand-off-shapes";
import { laneShapes } from "./lane-shapes";
import { layoutOf, soft, type Layout, type Size } from "./layout";
import { legend } from "./legend";
import type { Panel } from "./panels";
import type { View } from "./view";

/** The timeline of some traces, on one axis. `chosen` is the hand-off to point out. */
export function shapes(
  panels: readonly Panel[],
  view: View,
  size: Size,
  chosen: number | null = null,
): Drawing {
  const layout = layoutOf(panels, size);
  const { left, right, bottom } = layout;
  const segments: Segment[] = [];
  const runs: MergedRun[] = [];
  const lines: Line[] = [];
  const marks: Mark[] = [];
  const texts: Text[] = [...layout.texts];

  axis(view, layout, lines, texts);
  panels.forEach(({ model, trace }, index) => {
    const place = layout.panels[index];
    if (place === undefined) return;
    trace.lanes.forEach((lane, number) => {
      const { top = 0, height = 0 } = place.lanes[number] ?? {};
      const box = { x: left, y: top, width: right - left, height, column: size.column };
      const found = laneShapes(lane, model, view, box);
      segments.push(...found.segments);
      runs.push(...found.runs);
    });
    lines.push(...handOffLines(trace.handOffs, place, view, layout));
    const handOff = chosen === null ? undefined : trace.handOffs[chosen];
    if (handOff !== undefined) {
      const pointedOut = chosenShapes(handOff, place, view, layout);
      lines.push(...pointedOut.lines);
      marks.push(...pointedOut.marks);
    }
  });

  const key = legend(panels, size.width, bottom + 30);
  return {
    width: size.width,
    height: key.bottom,
    segments: [...segments, ...key.segments],
    runs: [...runs, ...key.runs],
    lines: [...lines, ...key.lines],
    marks,
    texts: [...texts, ...key.texts],
  };
}

/** A round number at about every hundred pixels. */
function axis(
  { startMs, endMs }: View,
  { left, right, panels, bottom }: Layout,
  lines: Line[],
  texts: Text[],
): void {
  const scale = scaleLinear([startMs, endMs], [left, right]);
  const count = Math.max(2, Math.floor((right - left) / 100));
  const format = scale.tickFormat(count);
  const top = panels[0]?.lanes[0]?.top ?? 0;
  lines.push({ kind: "axis", x1: left, y1: bottom, x2: right, y2: bottom });
  for (const ms of scale.ticks(count)) {
    const x = scale(ms);
    const text = `${format(ms)} ms`;
    const isFirst = x - left < 24;
    const isLast = right - x < 24;
    lines.push({ kind: "grid", x1: x, y1: top, x2: x, y2: bottom + 4 });
    if (isFirst) texts.push(soft(left, bottom + 17, text, "start"));
    else if (isLast) texts.push(soft(right, bottom + 17, text, "end"));
    else texts.push(soft(x, bottom + 17, text, "middle"));
  }
}

