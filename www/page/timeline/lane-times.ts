import type { Lane, Merged, State } from "../../generated/types";

/** All states, in the order in which shares are stacked: what matters most at the bottom. */
export const STATES = [
  "running",
  "unlocked",
  "waiting",
  "sleeping",
  "starting",
  "copying-in",
  "copying-out",
  "joining",
] as const satisfies readonly State[];

/** Milliseconds of a state. */
export interface Share {
  readonly state: State;
  readonly ms: number;
}

/** A lane with what any stretch of it adds up to, at the cost of a binary search. */
export interface LaneTimes {
  readonly lane: Lane;
  /** Segments that stand for several, by their index. */
  readonly merged: ReadonlyMap<number, Merged>;
  /** For each state that occurs: its time in all segments before this one. */
  readonly sums: readonly (readonly [State, Float64Array])[];
}

const known = new WeakMap<Lane, LaneTimes>();

/** Made once for each lane. */
export function timesOf(lane: Lane): LaneTimes {
  const times = known.get(lane) ?? add(lane);
  known.set(lane, times);
  return times;
}

/** The first segment that ends after `ms`, from `from` on; as many as there are if none does. */
export function segmentAt({ endsMs }: Lane, ms: number, from = 0): number {
  const after = (index: number): boolean => (endsMs[index] ?? Infinity) > ms;
  // Doubling steps first: the next segment most often is a near one.
  let low = from;
  let step = 1;
  while (low < endsMs.length && !after(low)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low, endsMs.length);
  low = Math.max(from, low - step / 2 + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (after(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

export function startOf({ endsMs }: Lane, segment: number): number {
  return endsMs[segment - 1] ?? 0;
}

export function endOf({ endsMs }: Lane, segment: number): number {
  return endsMs[segment] ?? endsMs.at(-1) ?? 0;
}

/** What the worker did from an instant in segment `first` to another: all that took time. */
export function sharesBetween(
  { lane, sums }: LaneTimes,
  first: number,
  startMs: number,
  endMs: number,
): Share[] {
  const last = segmentAt(lane, endMs, first);
  const shares: Share[] = [];
  for (const [state, before] of sums) {
    const ms = until(lane, before, last, endMs) - until(lane, before, first, startMs);
    if (ms > 0) shares.push({ state, ms });
  }
  return shares;
}

/** The time in a state until `ms`; a merged segment is taken as even. */
function until(lane: Lane, sums: Float64Array, segment: number, ms: number): number {
  const before = sums[segment] ?? 0;
  const within = (sums[segment + 1] ?? before) - before;
  if (within === 0) return before;
  const start = startOf(lane, segment);
  return before + (within * (ms - start)) / (endOf(lane, segment) - start);
}

function add(lane: Lane): LaneTimes {
  const length = lane.states.length;
  const merged = new Map(lane.merged.map((several) => [several.segment, several]));
  const all = new Map(STATES.map((state) => [state, new Float64Array(length + 1)]));
  lane.states.forEach((_, segment) => {
    for (const [, sums] of all) sums[segment + 1] = sums[segment] ?? 0;
    for (const { state, ms } of sharesOf(lane, segment, merged.get(segment))) {
      const sums = all.get(state);
      if (sums !== undefined) sums[segment + 1] = (sums[segment] ?? 0) + ms;
    }
  });
  return { lane, merged, sums: [...all].filter(([, sums]) => (sums[length] ?? 0) > 0) };
}

/** What is left of a sum by rounding is no time. */
const ROUNDING_MS = 1e-6;

/** What a segment consists of. */
export function sharesOf(lane: Lane, segment: number, several: Merged | undefined): Share[] {
  const state = lane.states[segment] ?? "joining";
  const ms = endOf(lane, segment) - startOf(lane, segment);
  if (several === undefined) return [{ state, ms }];
  const { runningMs, waitingMs, blockedMs, unlockedMs } = several;
  const rest = ms - runningMs - waitingMs - blockedMs - unlockedMs;
  return [
    { state: "running", ms: runningMs },
    { state: "waiting", ms: waitingMs },
    { state: "sleeping", ms: blockedMs },
    { state: "unlocked", ms: unlockedMs },
    { state: restOf(state, segment), ms: rest > ROUNDING_MS ? rest : 0 },
  ];
}

/** A merged segment does not say what the rest of it was; only a run's start and end have one. */
function restOf(state: State, segment: number): State {
  const isOfTask = ["running", "waiting", "sleeping", "unlocked"].includes(state);
  if (!isOfTask) return state;
  return segment === 0 ? "starting" : "joining";
}
