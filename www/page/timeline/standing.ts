/** What one thread does at an instant, where, and for how long, in words. */
import type { Awaited, Place, State } from "../../generated/types";
import { milliseconds, percent } from "../format";
import { endOf, segmentAt, sharesOf, startOf, timesOf } from "./lane-times";
import { hasGil, type Panel } from "./panels";
import { nameOf, placeOf } from "./threads";

export interface Standing {
  readonly text: string;
  /** The line where it stands; null if that is not known, or not the program's own. */
  readonly line: number | null;
}

const DOES: Readonly<Record<State, string>> = {
  starting: "is starting",
  "copying-in": "takes in what it is given",
  running: "runs",
  waiting: "waits for its turn",
  sleeping: "is blocked",
  unlocked: "runs without needing the interpreter",
  "copying-out": "gives out its result",
  joining: "has ended",
};

/** A task, that is. */
const READY = "is ready and waits for the event loop";

const WAITS: Readonly<Record<Awaited, string>> = {
  time: "sleeps",
  lock: "waits for a lock",
  event: "waits for an event",
  message: "waits for a message",
  result: "waits for a result",
  start: "waits for a thread to start",
  thread: "waits for a thread to end",
  process: "waits for a process",
  turn: "gives way until its turn comes",
};

/** `Thread-2 waits for a lock at line 14 in deposit, 3.1 ms`. */
export function standingAt(panel: Panel, index: number, ms: number): Standing {
  const lane = panel.trace.lanes[index];
  const thread = panel.threads?.[index];
  if (lane === undefined || thread === undefined) return { text: "had ended", line: null };
  const name = nameOf(panel, index);
  if (ms < thread.startMs) return { text: `${name} has not been started`, line: null };
  if (ms >= thread.endMs) return { text: `${name} has ended`, line: null };
  const segment = Math.min(segmentAt(lane, ms), lane.states.length - 1);
  const length = endOf(lane, segment) - Math.max(startOf(lane, segment), thread.startMs);
  const several = timesOf(lane).merged.get(segment);
  if (several !== undefined) {
    const parts = sharesOf(lane, segment, several)
      .filter((share) => share.ms > 0)
      .map((share) => `${percent(share.ms / length)} ${thread.isTask && share.state === "waiting" ? READY : DOES[share.state]}`);
    const text = `${name}, in ${several.count} pieces of ${took(length)} together: ${parts.join(", ")}`;
    return { text, line: null };
  }
  const state = lane.states[segment] ?? "joining";
  const place = placeOf(lane, segment);
  const text = `${name} ${thread.isTask && state === "waiting" ? READY : does(state, place, panel)}${where(state, place)}, ${took(length)}`;
  return { text, line: place === null || place.line === 0 ? null : place.line };
}

function does(state: State, place: Place | null, panel: Panel): string {
  if (state === "waiting" && hasGil(panel.model)) return "waits for the GIL";
  if (state !== "sleeping" || place === null || place.awaited === null) return DOES[state];
  const holder = panel.holders?.get(place.holder ?? -1);
  const held = holder === undefined ? "" : ` that ${holder} held`;
  return `${WAITS[place.awaited]}${held}`;
}

function where(state: State, place: Place | null): string {
  if (place === null || place.line === 0) return "";
  const of = place.function === "<module>" ? "" : ` in ${place.function}`;
  return ` ${state === "running" ? "from" : "at"} line ${place.line}${of}`;
}

function took(ms: number): string {
  return `${milliseconds(ms)} ms`;
}
