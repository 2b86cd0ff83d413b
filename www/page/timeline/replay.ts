/** The recorded run in slow motion: a cursor that moves by itself. */
import { segmentAt, startOf } from "./lane-times";
import { hasGil, type Panel } from "./panels";
import { cursorAt, type State } from "./state";
import { standingAt } from "./standing";

/** Plays from the cursor on, from the start if that is at the end; or pauses. */
export function toggled(state: State): State {
  const { replay, limits, cursorMs } = state;
  const isPlaying = !replay.isPlaying;
  const isAtEnd = cursorMs >= limits.durationMs;
  const from = isPlaying && (isAtEnd || !replay.isOn) ? 0 : cursorMs;
  return { ...cursorAt(state, from), replay: { ...replay, isPlaying, isOn: true } };
}

/** Later by so much of the reader's time; at the end, it pauses. */
export function played(state: State, ms: number): State {
  const { replay, limits } = state;
  const to = Math.min(limits.durationMs, state.cursorMs + ms * replay.speed);
  const isPlaying = to < limits.durationMs;
  return { ...cursorAt(state, to), replay: { ...replay, isPlaying } };
}

export function atSpeed(state: State, speed: number): State {
  return { ...state, replay: { ...state.replay, speed } };
}

/** The cursor where the reader has put it by hand. */
export function scrubbed(state: State, ms: number): State {
  return { ...cursorAt(state, ms), replay: { ...state.replay, isPlaying: false, isOn: true } };
}

/** What any thread does next, or did before, or what was printed: the nearest change of all. */
export function changed(state: State, direction: 1 | -1, printedMs: readonly number[] = []): State {
  const { cursorMs, limits, panels } = state;
  const times = panels.flatMap(({ trace }) => trace.lanes.map((lane) => besides(lane, cursorMs, direction)));
  const isBeyond = (ms: number): boolean => (direction === 1 ? ms > cursorMs : ms < cursorMs);
  const near = [...times, ...printedMs].filter(isBeyond);
  const edge = direction === 1 ? limits.durationMs : 0;
  const to = direction === 1 ? Math.min(edge, ...near) : Math.max(edge, ...near);
  return scrubbed(state, to);
}

/** When a lane changes next to an instant. */
function besides(lane: Panel["trace"]["lanes"][number], ms: number, direction: 1 | -1): number {
  const segment = segmentAt(lane, ms);
  if (direction === 1) return lane.endsMs[segment] ?? Infinity;
  const start = startOf(lane, Math.min(segment, lane.endsMs.length));
  return start < ms ? start : startOf(lane, segment - 1);
}

/** A thread at an instant. */
export interface Standing {
  /** From 1, as it is marked in the code. */
  readonly number: number;
  readonly text: string;
  readonly line: number | null;
  readonly hasLock: boolean;
}

/** What all threads of a panel do. */
export function standings(panel: Panel, ms: number): Standing[] {
  const holder = holderAt(panel, ms);
  return panel.trace.lanes.map((_, index) => {
    const { text, line } = standingAt(panel, index, ms);
    return { number: index + 1, text, line, hasLock: index === holder };
  });
}

/** The lane that has the GIL; null if there is none, or it is not known. */
export function holderAt({ trace, model }: Panel, ms: number): number | null {
  if (!hasGil(model)) return null;
  const runs = (lane: Panel["trace"]["lanes"][number]): boolean =>
    lane.states[segmentAt(lane, ms)] === "running" && ms < trace.durationMs;
  const found = trace.lanes.findIndex(runs);
  return found === -1 ? null : found;
}
