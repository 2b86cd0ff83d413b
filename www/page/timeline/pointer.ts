/** A sentence that points at a place in the drawing, as a step of a lesson has one. */
import { textWidth, wrapped } from "../charts/text";
import type { Drawn, Line, Mark, Painted, Text } from "./drawing";
import { drawnAs } from "./lane-shapes";
import { endOf, startOf, timesOf } from "./lane-times";
import type { Layout, PanelPlace } from "./layout";
import type { Panel } from "./panels";
import { label, SMALL } from "./texts";
import { nameOf } from "./threads";
import { spanOf, type View } from "./view";

/** What it points at: a long stretch of a state, in a lane that is as low as may be. */
export interface Pointer {
  readonly model: Painted;
  readonly state: Drawn;
  /** How the lane's name begins, if not any will do. */
  readonly lane: string;
  readonly text: string;
}

/** Where that is. */
export interface Pointed {
  readonly lane: number;
  readonly atMs: number;
  readonly text: string;
}

const ROW = 16;
/** From the lane to the text. */
const STEM = 10;
const GAP = 7;

/** The panels, of which the one that is meant knows where it is pointed at. */
export function pointed(panels: readonly Panel[], pointer: Pointer | null): readonly Panel[] {
  if (pointer === null) return panels;
  return panels.map((panel) => {
    const place = panel.model === pointer.model ? placeOf(panel, pointer) : null;
    return place === null ? panel : { ...panel, pointed: place };
  });
}

function placeOf(panel: Panel, { state, lane: beginning, text }: Pointer): Pointed | null {
  const found = panel.trace.lanes.map((_, lane) =>
    nameOf(panel, lane).startsWith(beginning) ? longest(panel, lane, state) : NOWHERE,
  );
  const most = Math.max(...found.map(({ lengthMs }) => lengthMs));
  const lane = found.findLastIndex(({ lengthMs }) => lengthMs > 0 && lengthMs >= most * ALIKE);
  return lane < 0 ? null : { lane, atMs: found[lane]?.atMs ?? 0, text };
}

/** Of stretches of about the same length that in the last lane is nearest to the sentence. */
const ALIKE = 0.7;

interface Stretch {
  lengthMs: number;
  /** Its middle. */
  atMs: number;
}

const NOWHERE: Stretch = { lengthMs: 0, atMs: 0 };

function longest({ trace, threads }: Panel, index: number, state: Drawn): Stretch {
  const lane = trace.lanes[index];
  if (lane === undefined) return NOWHERE;
  const { merged } = timesOf(lane);
  const thread = threads?.[index];
  let most = NOWHERE;
  lane.states.forEach((_, segment) => {
    if (drawnAs(lane, segment, thread?.isTask) !== state) return;
    const start = Math.max(startOf(lane, segment), thread?.startMs ?? 0);
    const end = Math.min(endOf(lane, segment), thread?.endMs ?? Infinity);
    // Of pieces that are merged it is not known which is where.
    const lengthMs = merged.has(segment) ? (end - start) / 1e6 : end - start;
    if (lengthMs > most.lengthMs) most = { lengthMs, atMs: (start + end) / 2 };
  });
  return most;
}

/** The room for the sentence below its panel: it may stand on either side of what it points from. */
export function pointerHeight({ pointed: place }: Panel, width: number): number {
  return place === undefined ? 0 : STEM + ROW * wrapped(place.text, width / 2 - GAP, SMALL).length;
}

/** The sentence, and the line from it to what it is about, as far as that is seen. */
export function pointerShapes(
  { panel, lanes, pointerTop }: PanelPlace,
  view: View,
  { left, right }: Layout,
): { lines: Line[]; marks: Mark[]; texts: Text[] } {
  const { pointed: place } = panel;
  const box = place === undefined ? undefined : lanes[place.lane];
  if (place === undefined || box === undefined) return { lines: [], marks: [], texts: [] };
  const isSeen = place.atMs >= view.startMs && place.atMs <= view.endMs;
  const x = isSeen ? left + ((place.atMs - view.startMs) / spanOf(view)) * (right - left) : left;
  const isAtLeft = x < (left + right) / 2;
  const room = Math.max(isAtLeft ? right - x : x - left, (right - left) / 2) - GAP;
  const rows = wrapped(place.text, room, SMALL);
  const widest = Math.max(...rows.map((row) => textWidth(row, SMALL)));
  const start = isAtLeft ? Math.min(x + GAP, right - widest) : Math.max(x - GAP, left + widest);
  const texts = rows.map((row, index) => label(start, pointerTop + STEM + 8 + ROW * index, row, isAtLeft ? "start" : "end"));
  if (!isSeen) return { lines: [], marks: [], texts };
  const y = box.top + box.height / 2;
  const line: Line = { kind: "pointer", x1: x, y1: y, x2: x, y2: pointerTop + STEM + ROW * rows.length - 4 };
  return { lines: [line], marks: [{ x, y, isHollow: false }], texts };
}
