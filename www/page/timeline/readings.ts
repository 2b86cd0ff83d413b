/** What the workers do at an instant, in words. */
import type { Lane, State } from "../../generated/types";
import type { Painted } from "./drawing";
import { list, percent } from "../format";
import { endOf, segmentAt, sharesOf, startOf, timesOf } from "./lane-times";
import type { Panel } from "./panels";

const DOING: Readonly<Record<State, string>> = {
  starting: "starting",
  "copying-in": "copying in",
  running: "running",
  waiting: "waiting for the lock",
  sleeping: "blocked",
  unlocked: "running without the lock",
  "copying-out": "copying out",
  joining: "done",
};

/** What the workers of one model do at an instant. */
export interface Reading {
  readonly model: Painted;
  readonly title: string;
  readonly text: string;
}

export function readings(panels: readonly Panel[], ms: number): Reading[] {
  return panels.map(({ model, title, trace }) => {
    if (ms > trace.durationMs) return { model, title, text: "had ended" };
    const doing = new Map<string, number[]>();
    for (const lane of trace.lanes) {
      const what = doingAt(lane, ms);
      doing.set(what, [...(doing.get(what) ?? []), lane.worker]);
    }
    const text = [...doing].map(([what, workers]) => `${workersText(workers)} ${what}`);
    return { model, title, text: text.join("; ") };
  });
}

function doingAt(lane: Lane, ms: number): string {
  const segment = Math.min(segmentAt(lane, ms), lane.states.length - 1);
  const several = timesOf(lane).merged.get(segment);
  if (several === undefined) return DOING[lane.states[segment] ?? "joining"];
  const length = endOf(lane, segment) - startOf(lane, segment);
  const parts = sharesOf(lane, segment, several)
    .filter((share) => share.ms > 0)
    .map((share) => `${percent(share.ms / length)} ${DOING[share.state]}`);
  return `in ${several.count} merged pieces: ${list(parts)}`;
}

/** `worker 0`, `workers 1 and 3`, `workers 0–2 and 5`. */
export function workersText(workers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const worker of workers.toSorted((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range !== undefined && worker === range[1] + 1) range[1] = worker;
    else ranges.push([worker, worker]);
  }
  const texts = ranges.flatMap(([first, last]) => {
    if (last - first > 1) return [`${first}–${last}`];
    return first === last ? [`${first}`] : [`${first}`, `${last}`];
  });
  return `${workers.length === 1 ? "worker" : "workers"} ${list(texts)}`;
}
