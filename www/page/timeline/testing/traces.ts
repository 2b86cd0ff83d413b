import type { HandOff, Lane, State, TimeUse, Trace } from "../../../generated/types";
import { lane } from "../../testing/report";

const PARTS = [
  "startingMs",
  "copyingInMs",
  "runningMs",
  "waitingMs",
  "blockedMs",
  "unlockedMs",
  "copyingOutMs",
  "joiningMs",
] as const satisfies readonly (keyof TimeUse)[];

/** A trace of these lanes, with their mean. */
export function traceOf(lanes: readonly Lane[], handOffs: readonly HandOff[] = []): Trace {
  const timeUse = Object.fromEntries(
    PARTS.map((part) => [
      part,
      lanes.reduce((sum, found) => sum + found.timeUse[part], 0) / lanes.length,
    ]),
  ) as unknown as TimeUse;
  return {
    durationMs: Math.max(...lanes.map(({ endsMs }) => endsMs.at(-1) ?? 0)),
    lanes: [...lanes],
    handOffs: [...handOffs],
    handOffsTotal: handOffs.length,
    timeUse,
  };
}

/**
 * Threads that take turns under a GIL: each runs for `everyMs`, the next asks for the lock then,
 * gets it 12 µs after that, and all end together.
 */
export function turns(workers: number, everyMs: number, durationMs: number): Trace {
  const pieces: [State, number][][] = Array.from({ length: workers }, () => [["starting", 0.2]]);
  const handOffs: HandOff[] = [];
  for (let turn = 0, ms = 0.2; ms < durationMs; turn += 1, ms += everyMs) {
    const end = Math.min(ms + everyMs, durationMs);
    const [holder, next] = [turn % workers, (turn + 1) % workers];
    pieces[holder]?.push(["waiting", ms + 0.012], ["running", end]);
    if (end === durationMs || workers === 1) continue;
    const droppedMs = end + 0.003;
    const takenMs = end + 0.012;
    handOffs.push({ from: holder, to: next, askedMs: end, askedBy: next, droppedMs, takenMs });
  }
  for (const lanePieces of pieces) lanePieces.push(["waiting", durationMs]);
  return traceOf(
    pieces.map((found, worker) => lane(worker, found)),
    handOffs,
  );
}

/** Numbers that look random and are the same each time. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** A lane of so many segments of any states and lengths, some of them merged. */
export function anyLane(worker: number, segments: number, durationMs: number, seed: number): Lane {
  const random = seeded(seed);
  const states: readonly State[] = ["running", "waiting", "sleeping"];
  const lengths = Array.from({ length: segments }, () => random() ** 8);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let end = 0;
  const found = lane(
    worker,
    lengths.map((length, index): [State, number] => {
      end += (length / total) * durationMs;
      const state = states[Math.floor(random() * states.length)] ?? "running";
      return [index === 0 ? "starting" : state, index === segments - 1 ? durationMs : end];
    }),
  );
  const merged = found.states.flatMap((_, segment) => {
    if (segment === 0 || random() < 0.8) return [];
    const ms = (found.endsMs[segment] ?? 0) - (found.endsMs[segment - 1] ?? 0);
    const parts = { runningMs: 0.5 * ms, waitingMs: 0.3 * ms, blockedMs: 0.2 * ms, unlockedMs: 0 };
    return [{ segment, count: 4, ...parts }];
  });
  return { ...found, merged };
}
