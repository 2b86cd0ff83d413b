/** Where the marks of a bar go: each on a line of its own above the bar, so that the chart is as
    high before the first number as after the last. */
import { times } from "../format";
import type { Mark } from "./bars";
import { textWidth } from "./text";

export const MARK_SIZE = 12;
/** Half a diamond. */
export const MARK_RADIUS = 4;

/** A diamond at the speedup, and its text beside it. */
export interface PlacedMark {
  mark: Mark;
  text: string;
  x: number;
  textX: number;
  anchor: "start" | "end";
  /** From 0, downwards. */
  line: number;
}

export function markText({ label, speedup }: Mark): string {
  return `${label}: ${times(speedup)}`;
}

/** The least at the top: the leaders to the bar run down left of the texts below. */
export function placeMarks(
  marks: readonly Mark[],
  x: (speedup: number) => number,
  width: number,
): PlacedMark[] {
  return marks
    .toSorted((a, b) => a.speedup - b.speedup)
    .map((mark, line) => place(mark, x(mark.speedup), width, line));
}

/** Text to the right of the diamond, where it fits. */
function place(mark: Mark, x: number, width: number, line: number): PlacedMark {
  const text = markText(mark);
  const offset = MARK_RADIUS + 4;
  const fits = x + offset + textWidth(text, MARK_SIZE) <= width;
  if (fits || x < width / 2) return { mark, text, x, textX: x + offset, anchor: "start", line };
  return { mark, text, x, textX: x - offset, anchor: "end", line };
}
