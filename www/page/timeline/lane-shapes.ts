import type { Lane } from "../../generated/types";
import type { Box, Column, Drawn, MergedRun, Painted, Segment } from "./drawing";
import {
  endOf,
  segmentAt,
  sharesBetween,
  sharesOf,
  startOf,
  timesOf,
  type LaneTimes,
} from "./lane-times";
import { placeOf, type Thread } from "./threads";
import { spanOf, type View } from "./view";

/** Where a lane is drawn. `column` is how wide its merged columns are. */
export interface Place extends Box {
  readonly column: number;
}

/** Narrower segments are merged. */
const NARROWEST = 1;

/**
 * A lane as shapes. Segments narrower than a pixel are merged into columns that keep each state's
 * time, so the number of shapes depends on the width alone. What took no time has no width.
 */
export function laneShapes(
  lane: Lane,
  model: Painted,
  view: View,
  place: Place,
  thread?: Thread,
): { segments: Segment[]; runs: MergedRun[] } {
  const times = timesOf(lane);
  const scale = place.width / spanOf(view);
  const x = (ms: number): number => place.x + (ms - view.startMs) * scale;
  const box = { model, y: place.y, height: place.height };
  const segments: Segment[] = [];
  const columns: Column[] = [];

  // Threads come and go; before and after there is nothing of them.
  const endMs = Math.min(view.endMs, thread?.endMs ?? lane.endsMs.at(-1) ?? 0);
  let ms = Math.max(view.startMs, thread?.startMs ?? 0);
  let segment = segmentAt(lane, ms);
  while (ms < endMs) {
    const stretch = stretchAt(lane, segment, ms, endMs, view.startMs, scale, place.column);
    const width = (stretch.endMs - ms) * scale;
    if (stretch.isWide && !times.merged.has(segment)) {
      const state = drawnAs(lane, segment, thread?.isTask);
      segments.push({ ...box, state, x: x(ms), width });
    } else {
      const shares = sharesAt(times, segment, ms, stretch);
      columns.push({ x: x(ms), width, shares: thread?.isTask === true ? shares.map(ofTask) : shares });
    }
    ms = stretch.endMs;
    segment = segmentAt(lane, ms, segment);
  }
  return { segments, runs: runsOf(columns, box) };
}

/** A task waits for its turn in the event loop, not for a lock. */
function ofTask(share: Column["shares"][number]): Column["shares"][number] {
  return share.state === "waiting" ? { ...share, state: "ready" } : share;
}

/** How a segment looks. */
export function drawnAs(lane: Lane, segment: number, isTask = false): Drawn {
  const state = lane.states[segment] ?? "joining";
  if (isTask && state === "waiting") return "ready";
  const awaited = state === "sleeping" ? placeOf(lane, segment)?.awaited : null;
  if (awaited === null || awaited === undefined || awaited === "time") return state;
  return awaited === "lock" ? "locked" : "awaiting";
}

interface Stretch {
  endMs: number;
  isWide: boolean;
}

/** What is drawn next: the rest of a segment that is wide enough, or a column of narrow ones. */
function stretchAt(
  lane: Lane,
  segment: number,
  ms: number,
  endMs: number,
  viewStartMs: number,
  scale: number,
  column: number,
): Stretch {
  const isWide = (index: number): boolean =>
    (endOf(lane, index) - startOf(lane, index)) * scale >= NARROWEST;
  if (isWide(segment)) return { endMs: Math.min(endOf(lane, segment), endMs), isWide: true };
  // Columns end on whole pixels, or where the next wide segment begins. A little is added for
  // those that begin on one, as nearly as numbers can say.
  const index = Math.floor(((ms - viewStartMs) * scale) / column + 1e-3);
  const columnEnd = Math.min(viewStartMs + ((index + 1) * column) / scale, endMs);
  const next = segmentAt(lane, columnEnd, segment);
  const isCutShort = next > segment && next < lane.states.length && isWide(next);
  return { endMs: isCutShort ? startOf(lane, next) : columnEnd, isWide: false };
}

function sharesAt(
  times: LaneTimes,
  segment: number,
  ms: number,
  { endMs, isWide }: Stretch,
): Column["shares"] {
  if (!isWide) return sharesBetween(times, segment, ms, endMs);
  // All of a merged segment looks the same, wherever the view cuts it.
  const { lane, merged } = times;
  const part = (endMs - ms) / (endOf(lane, segment) - startOf(lane, segment));
  return sharesOf(lane, segment, merged.get(segment))
    .filter((share) => share.ms > 0)
    .map((share) => ({ state: share.state, ms: share.ms * part }));
}

/** Columns that touch are one run. */
function runsOf(
  columns: readonly Column[],
  box: Pick<MergedRun, "model" | "y" | "height">,
): MergedRun[] {
  const runs: (Omit<MergedRun, "width" | "columns"> & { width: number; columns: Column[] })[] = [];
  for (const column of columns) {
    const run = runs.at(-1);
    if (run !== undefined && column.x - (run.x + run.width) < 0.01) {
      run.columns.push(column);
      run.width = column.x + column.width - run.x;
    } else {
      runs.push({ ...box, x: column.x, width: column.width, columns: [column] });
    }
  }
  return runs;
}
