/**
 * Chrome's trace event format, which Perfetto opens: a process per model and number of workers, a
 * thread per worker, an event per segment, and an arrow per hand-off. Times are in microseconds.
 */
import type { HandOff, Lane, ModelInfo, Report, State, Trace } from "../../../generated/types";
import { titleOf } from "../../charts/chart";
import { planLine } from "../../experiment";
import { dateOf, device, workersName } from "../../format";
import { drawable } from "../../timeline/panels";

/** Null if nothing was traced. */
export function toChromeTrace(report: Report, models: readonly ModelInfo[]): string | null {
  const events = report.results.flatMap((result, pid) => {
    const trace = drawable(result);
    const name = `${titleOf(result.model, models)}, ${workersName(result.workers)}`;
    return trace === null ? [] : process(trace, pid, name);
  });
  if (events.length === 0) return null;
  return JSON.stringify({
    traceEvents: events,
    displayTimeUnit: "ms",
    otherData: {
      experiment: planLine(report.plan),
      device: device(report.environment),
      startedAt: dateOf(report.startedAt)?.toISOString() ?? null,
    },
  });
}

type Event = Readonly<Record<string, unknown>>;

function process(trace: Trace, pid: number, name: string): Event[] {
  return [
    { ph: "M", name: "process_name", pid, tid: 0, args: { name } },
    { ph: "M", name: "process_sort_index", pid, tid: 0, args: { sort_index: pid } },
    ...trace.lanes.flatMap((lane) => thread(lane, pid)),
    ...trace.handOffs.flatMap((handOff, index) => arrow(handOff, pid, `${pid}.${index}`)),
  ];
}

const NAMES: Readonly<Record<State, string>> = {
  starting: "starting",
  "copying-in": "copying in",
  running: "running",
  waiting: "waiting for the GIL",
  sleeping: "blocked: sleep, lock or queue",
  unlocked: "running without the GIL",
  "copying-out": "copying out",
  joining: "done, not joined yet",
};

function thread({ worker, states, endsMs, merged }: Lane, pid: number): Event[] {
  const counts = new Map(merged.map(({ segment, ...shares }) => [segment, shares]));
  const name = `worker ${worker}`;
  const segments = states.map((state, index) => {
    const start = endsMs[index - 1] ?? 0;
    const shares = counts.get(index);
    return {
      ph: "X",
      name: NAMES[state],
      cat: "worker",
      pid,
      tid: worker,
      ts: micros(start),
      dur: micros((endsMs[index] ?? start) - start),
      ...(shares === undefined ? {} : { args: { merged: shares } }),
    };
  });
  return [{ ph: "M", name: "thread_name", pid, tid: worker, args: { name } }, ...segments];
}

/** From where the lock was let go to where it was taken. */
function arrow(
  { from, to, askedMs, askedBy, droppedMs, takenMs }: HandOff,
  pid: number,
  id: string,
): Event[] {
  const common = { name: "hand-off", cat: "GIL", pid, id };
  const args = { asked: askedMs === null ? null : micros(askedMs), askedBy };
  return [
    { ...common, ph: "s", tid: from, ts: micros(droppedMs), args },
    { ...common, ph: "f", bp: "e", tid: to, ts: micros(takenMs) },
  ];
}

/** To the nanosecond: more digits are no more truth. */
function micros(ms: number): number {
  return Math.round(ms * 1e6) / 1e3;
}
