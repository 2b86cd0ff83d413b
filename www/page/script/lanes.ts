/** The lanes of a script's timeline: its threads, under the ones that started them, and its tasks. */
import type { Execution, ExecutionLane, Lane, Trace } from "../../generated/types";
import { count } from "../format";
import type { Panel } from "../timeline/panels";
import type { Thread } from "../timeline/threads";
import { RUNTIMES } from "./runtimes";

/** More than that nobody reads. */
const READABLE = 20;

interface Place {
  /** Of the thread, among all. */
  index: number;
  depth: number;
}

/** Those of each run that was recorded. */
export function panelsOf(executions: readonly Execution[]): Panel[] {
  return executions.flatMap((execution) => {
    const { trace, runtime } = execution;
    if (trace === null || trace.durationMs <= 0 || trace.lanes.length === 0) return [];
    const title = RUNTIMES.find(({ name }) => name === runtime)?.title ?? runtime;
    return [{ model: runtime, title, ...lanesOf(execution, trace) }];
  });
}

function lanesOf(
  execution: Execution,
  trace: Trace,
): Pick<Panel, "trace" | "threads" | "holders" | "whole" | "left"> {
  const all = ordered(execution).filter(({ index }) => execution.lanes[index]?.library !== true);
  const shown = readable(all, trace.lanes);
  const threads = shown.map(({ index, depth }): Thread => {
    const lane = execution.lanes[index];
    const { endMs = 0 } = lane ?? {};
    const startMs = lane === undefined ? 0 : startOf(lane, execution);
    return { name: lane === undefined ? "" : nameOf(lane, execution), depth, startMs, endMs, isTask: lane?.task ?? false };
  });
  const holders = new Map(execution.lanes.map((lane) => [lane.id, nameOf(lane, execution)]));
  const left = all.length - shown.length;
  return {
    trace: seen(trace, shown),
    threads,
    holders,
    // What tasks do, the thread does that runs them.
    whole: { ...trace, lanes: trace.lanes.filter((_, index) => execution.lanes[index]?.task !== true) },
    ...(left === 0 ? {} : { left: `and ${count(left)} more ${execution.lanes.some(({ task }) => task) ? "threads and tasks" : "threads"}, which did less` }),
  };
}

/** A process is called by its name, which stands for its main thread. */
function nameOf({ name, process }: ExecutionLane, { lanes, processes }: Execution): string {
  const found = processes.find(({ pid }) => pid === process);
  if (found === undefined) return name;
  const main = lanes.find((lane) => lane.process === process);
  if (main?.name !== name) return name;
  return found.status < 0 ? `${found.name} (ended by a signal)` : found.name;
}

/** A process is started before there is anything of it. */
function startOf({ id, process, startMs }: ExecutionLane, { lanes, processes }: Execution): number {
  const isMain = lanes.find((lane) => lane.process === process)?.id === id;
  const found = isMain ? processes.find(({ pid }) => pid === process) : undefined;
  return Math.min(startMs, found?.startMs ?? startMs);
}

/** Each under the one that started it; a process under the main thread of its parent. */
function ordered({ lanes, processes }: Execution): Place[] {
  const indices = new Map(lanes.map(({ id }, index) => [id, index]));
  const mainOf = (pid: number): number => lanes.findIndex(({ process }) => process === pid);
  const children = new Map<number, number[]>();
  lanes.forEach(({ parent, process }, index) => {
    const starter = processes.find(({ pid }) => pid === process)?.parent;
    const above =
      parent !== null ? (indices.get(parent) ?? -1) : starter === undefined ? -1 : mainOf(starter);
    children.set(above, [...(children.get(above) ?? []), index]);
  });
  const places: Place[] = [];
  const add = (index: number, depth: number): void => {
    places.push({ index, depth });
    for (const child of children.get(index) ?? []) add(child, depth + 1);
  };
  for (const index of children.get(-1) ?? []) add(index, 0);
  return places;
}

/** The main thread and those that did most, if there are too many to read. */
function readable(places: readonly Place[], lanes: readonly Lane[]): readonly Place[] {
  if (places.length <= READABLE) return places;
  const did = ({ index }: Place): number => {
    const { runningMs = 0, waitingMs = 0, unlockedMs = 0 } = lanes[index]?.timeUse ?? {};
    return index === 0 ? Infinity : runningMs + waitingMs + unlockedMs;
  };
  const most = new Set(places.toSorted((one, other) => did(other) - did(one)).slice(0, READABLE));
  return places.filter((place) => most.has(place));
}

/** Longer than that, the lock was nobody's in between. */
const AT_ONCE_MS = 0.5;

/** The lanes that are seen, and the hand-offs between them: those that somebody waited for. */
function seen(trace: Trace, shown: readonly Place[]): Trace {
  const rows = new Map(shown.map(({ index }, row) => [index, row]));
  const handOffs = trace.handOffs.flatMap((handOff) => {
    const [from, to] = [rows.get(handOff.from), rows.get(handOff.to)];
    const isAwaited = handOff.askedMs !== null || handOff.takenMs - handOff.droppedMs < AT_ONCE_MS;
    if (from === undefined || to === undefined || !isAwaited) return [];
    const askedBy = handOff.askedBy === null ? null : (rows.get(handOff.askedBy) ?? null);
    return [{ ...handOff, from, to, askedBy }];
  });
  const lanes = shown.flatMap(({ index }) => trace.lanes[index] ?? []);
  return { ...trace, lanes, handOffs, handOffsTotal: handOffs.length };
}
