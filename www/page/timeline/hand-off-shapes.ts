import type { HandOff } from "../../generated/types";
import type { Line, Mark } from "./drawing";
import type { Layout, PanelPlace } from "./layout";
import { spanOf, type View } from "./view";

/** Hand-offs nearer to each other than this are drawn as one. */
const APART = 3;

/** From lane to lane, from when the lock was dropped to when it was taken. */
export function handOffLines(
  handOffs: readonly HandOff[],
  lanes: PanelPlace["lanes"],
  view: View,
  layout: Layout,
): Line[] {
  const x = scaleOf(view, layout);
  const lines: Line[] = [];
  let group: HandOff[] = [];
  let groupEnd = -Infinity;
  const close = (): void => {
    if (group.length > 0) lines.push(lineOf(group, groupEnd, lanes, x));
    group = [];
  };
  for (let index = firstIn(handOffs, view); index < handOffs.length; index += 1) {
    const handOff = handOffs[index];
    if (handOff === undefined || handOff.droppedMs > view.endMs) break;
    const at = x(handOff.takenMs);
    if (at >= groupEnd) {
      close();
      groupEnd = layout.left + (Math.floor((at - layout.left) / APART) + 1) * APART;
    }
    group.push(handOff);
  }
  close();
  return lines.map((line) => cut(line, layout));
}

/** The one that is told of: when it was asked for, dropped and taken. */
export function chosenShapes(
  { from, to, askedMs, askedBy, droppedMs, takenMs }: HandOff,
  lanes: PanelPlace["lanes"],
  view: View,
  layout: Layout,
): { lines: Line[]; marks: Mark[] } {
  const x = scaleOf(view, layout);
  const points = [
    ...(askedMs === null || askedBy === null
      ? []
      : [{ x: x(askedMs), y: middleOf(lanes, askedBy), isHollow: true }]),
    { x: x(droppedMs), y: middleOf(lanes, from), isHollow: false },
    { x: x(takenMs), y: middleOf(lanes, to), isHollow: false },
  ];
  const lines = points.slice(1).flatMap((end, index): Line[] => {
    const start = points[index];
    if (start === undefined || Math.max(start.x, end.x) < layout.left) return [];
    if (Math.min(start.x, end.x) > layout.right) return [];
    return [cut({ kind: "chosen", x1: start.x, y1: start.y, x2: end.x, y2: end.y }, layout)];
  });
  return {
    lines,
    marks: points.filter((point) => point.x >= layout.left && point.x <= layout.right),
  };
}

/** The first that may be seen. */
function firstIn(handOffs: readonly HandOff[], { startMs }: View): number {
  let low = 0;
  let high = handOffs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((handOffs[middle]?.takenMs ?? Infinity) >= startMs) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lineOf(
  group: readonly HandOff[],
  groupEnd: number,
  lanes: PanelPlace["lanes"],
  x: (ms: number) => number,
): Line {
  const [only] = group;
  if (only !== undefined && group.length === 1) {
    const [y1, y2] = [middleOf(lanes, only.from), middleOf(lanes, only.to)];
    return { kind: "hand-off", x1: x(only.droppedMs), y1, x2: x(only.takenMs), y2 };
  }
  let [first, last] = [Infinity, 0];
  for (const { from, to } of group) {
    first = Math.min(first, from, to);
    last = Math.max(last, from, to);
  }
  const at = groupEnd - APART / 2;
  return {
    kind: "hand-offs",
    x1: at,
    y1: middleOf(lanes, first),
    x2: at,
    y2: middleOf(lanes, last),
  };
}

/** A line as far as it is within the plot. */
function cut(line: Line, { left, right }: Layout): Line {
  const { x1, y1, x2, y2 } = line;
  if (x1 === x2) return line;
  const slope = (y2 - y1) / (x2 - x1);
  const within = (x: number): number => Math.max(left, Math.min(right, x));
  const [start, end] = [within(x1), within(x2)];
  return {
    ...line,
    x1: start,
    y1: y1 + slope * (start - x1),
    x2: end,
    y2: y1 + slope * (end - x1),
  };
}

function middleOf(lanes: PanelPlace["lanes"], worker: number): number {
  const { top = 0, height = 0 } = lanes[worker] ?? {};
  return top + height / 2;
}

function scaleOf(view: View, { left, right }: Layout): (ms: number) => number {
  const scale = (right - left) / spanOf(view);
  return (ms) => left + (ms - view.startMs) * scale;
}
