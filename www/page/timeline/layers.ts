/** A drawing in the order in which it is painted. */
import type { Box, Column, Drawing, Drawn, Line, Painted, Segment } from "./drawing";
import { STATES } from "./lane-times";
import { lookOf } from "./looks";

/** Boxes that are filled alike. */
export interface Layer {
  readonly state: Drawn;
  readonly model: Painted;
  readonly boxes: Box[];
}

/** What matters most comes last, so that it is seen where narrow boxes are widened. */
const ORDER: readonly Drawn[] = ["awaiting", "ready", ...STATES.toReversed(), "locked"];

export function layersOf({ segments, runs }: Drawing): Layer[] {
  const layers = new Map<Drawn, Map<Painted, Box[]>>(ORDER.map((state) => [state, new Map()]));
  const add = (state: Drawn, model: Painted, box: Box): void => {
    const ofState = layers.get(state);
    const boxes = ofState?.get(model);
    if (boxes === undefined) ofState?.set(model, [box]);
    else boxes.push(box);
  };
  for (const segment of segments) add(segment.state, segment.model, inked(segment));
  for (const run of runs) {
    for (const column of run.columns)
      stack(column, run, (state, box) => add(state, run.model, box));
  }
  return [...layers].flatMap(([state, ofState]) =>
    [...ofState].map(([model, boxes]) => ({ state, model, boxes })),
  );
}

/** The axis and its grid lie behind the lanes; all other lines before them. */
export function isBehind({ kind }: Line): boolean {
  return kind === "grid" || kind === "axis";
}

/** The part of its lane that a state takes. */
function inked({ state, x, y, width, height }: Segment): Box {
  const look = lookOf(state);
  return { x, width: visible(width), y: y + look.top * height, height: look.height * height };
}

/** A column's shares, stacked from the bottom of the lane. */
function stack(
  { x, width, shares }: Column,
  { y, height }: Pick<Box, "y" | "height">,
  add: (state: Drawn, box: Box) => void,
): void {
  const totalMs = shares.reduce((sum, { ms }) => sum + ms, 0);
  let bottom = y + height;
  for (const { state, ms } of shares) {
    const part = (ms / totalMs) * height;
    bottom -= part;
    add(state, { x, width: visible(width), y: bottom, height: part });
  }
}

/** A single narrow piece is still to be seen. */
function visible(width: number): number {
  return Math.max(1, width);
}
