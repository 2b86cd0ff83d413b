import { scaleLinear } from "d3-scale";
import type { Drawing, Line, Mark, MergedRun, Segment, Text } from "./drawing";
import { chosenShapes, handOffLines } from "./hand-off-shapes";
import { laneShapes } from "./lane-shapes";
import type { Layout } from "./layout";
import { pointerShapes } from "./pointer";
import { soft } from "./texts";
import type { View } from "./view";

/** What is seen of a timeline, on one axis. `chosen` is the hand-off to point out. */
export function shapes(layout: Layout, view: View, chosen: number | null = null): Drawing {
  const { left, right, column, legend } = layout;
  const segments: Segment[] = [...legend.segments];
  const runs: MergedRun[] = [...legend.runs];
  const lines: Line[] = [...legend.lines];
  const texts: Text[] = [...layout.texts, ...legend.texts];
  const marks: Mark[] = [];

  axis(view, layout, lines, texts);
  for (const place of layout.panels) {
    const { panel, lanes } = place;
    const { model, trace, threads } = panel;
    trace.lanes.forEach((lane, index) => {
      const { top = 0, height = 0 } = lanes[index] ?? {};
      const box = { x: left, y: top, width: right - left, height, column };
      const found = laneShapes(lane, model, view, box, threads?.[index]);
      segments.push(...found.segments);
      runs.push(...found.runs);
    });
    lines.push(...handOffLines(trace.handOffs, lanes, view, layout));
    const handOff = chosen === null ? undefined : trace.handOffs[chosen];
    if (handOff !== undefined) {
      const pointedOut = chosenShapes(handOff, lanes, view, layout);
      lines.push(...pointedOut.lines);
      marks.push(...pointedOut.marks);
    }
    const sentence = pointerShapes(place, view, layout);
    lines.push(...sentence.lines);
    marks.push(...sentence.marks);
    texts.push(...sentence.texts);
  }
  return { width: layout.width, height: legend.bottom, segments, runs, lines, marks, texts };
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
