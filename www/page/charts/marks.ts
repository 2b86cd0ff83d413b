/** Where the marks of a bar go: on the line of its title, and on further lines where they collide. */
import { times } from "../format";
import type { Mark } from "./bars";
import { textWidth } from "./text";

export const MARK_SIZE = 12;
/** Half a diamond. */
export const MARK_RADIUS = 4;

/** Between two things on one line, and between a leader and a text. */
const GAP = 8;
const NEAR = 3;

/** A diamond at the speedup, its text beside it, and a leader down to the bar. */
export interface PlacedMark {
  mark: Mark;
  text: string;
  x: number;
  textX: number;
  anchor: "start" | "end";
  /** From 0, the title's own, downwards. */
  line: number;
}

type Side = Omit<PlacedMark, "line">;
type Extent = readonly [left: number, right: number];

export function markText({ label, speedup }: Mark): string {
  return `${label}: ${times(speedup)}`;
}

/** Places marks so that no text or diamond covers another, or the title. */
export function placeMarks(
  marks: readonly Mark[],
  x: (speedup: number) => number,
  width: number,
  titleWidth: number,
): PlacedMark[] {
  const placed: PlacedMark[] = [];
  for (const mark of marks) {
    const sides = sidesOf(mark, x(mark.speedup), width);
    placed.push(place(sides, titleWidth, placed));
  }
  return placed;
}

/** Text to the right of the diamond, then to its left, as far as they are inside the chart. */
function sidesOf(mark: Mark, x: number, width: number): Side[] {
  const text = markText(mark);
  const offset = MARK_RADIUS + 4;
  const right: Side = { mark, text, x, textX: x + offset, anchor: "start" };
  const left: Side = { mark, text, x, textX: x - offset, anchor: "end" };
  const inside = [right, left].filter((side) => {
    const [start, end] = extentOf(side);
    return start >= 0 && end <= width;
  });
  return inside.length > 0 ? inside : [x < width / 2 ? right : left];
}

function place(sides: readonly Side[], titleWidth: number, placed: readonly PlacedMark[]): PlacedMark {
  const places = Array.from({ length: placed.length + 2 }, (_, line) =>
    sides.map((side) => ({ ...side, line })),
  ).flat();
  const free = places.find((candidate) => isFree(candidate, titleWidth, placed));
  // A line of its own is always left; at worst another's leader runs behind its text.
  const own = places.at(-1);
  if (own === undefined) throw new Error("a mark has at least one side");
  return free ?? own;
}

function isFree(candidate: PlacedMark, titleWidth: number, placed: readonly PlacedMark[]): boolean {
  const [start] = extentOf(candidate);
  if (candidate.line === 0 && start < titleWidth + GAP) return false;
  return placed.every((other) => {
    if (other.line === candidate.line) return apart(extentOf(other), extentOf(candidate), GAP);
    const [upper, lower] = other.line < candidate.line ? [other, candidate] : [candidate, other];
    return apart([upper.x, upper.x], textExtent(lower), NEAR);
  });
}

/** Of the text and the diamond. */
export function extentOf(side: Side): Extent {
  const [start, end] = textExtent(side);
  return [Math.min(start, side.x - MARK_RADIUS), Math.max(end, side.x + MARK_RADIUS)];
}

function textExtent({ text, textX, anchor }: Side): Extent {
  const width = textWidth(text, MARK_SIZE);
  return anchor === "start" ? [textX, textX + width] : [textX - width, textX];
}

function apart(one: Extent, other: Extent, gap: number): boolean {
  return one[1] + gap <= other[0] || other[1] + gap <= one[0];
}
