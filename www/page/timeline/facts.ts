/** What a trace adds up to, in words. The sums themselves come with the trace. */
import type { TimeUse, Trace } from "../../generated/types";
import { count, milliseconds, percent } from "../format";
import { hasGil, type Panel } from "./panels";

/** The states whose share of the run is told for each worker. */
const USED = {
  running: "runningMs",
  unlocked: "unlockedMs",
  waiting: "waitingMs",
  sleeping: "blockedMs",
} as const;

export type Used = keyof typeof USED;

/** What they are called where there is little room. */
export const USED_NAMES: Readonly<Record<Used, string>> = {
  running: "running",
  unlocked: "unlocked",
  waiting: "waiting",
  sleeping: "blocked",
};

/** Running, and those of the others that occur. */
export function usedStates(panels: readonly Panel[]): Used[] {
  const occurs = (state: Used): boolean =>
    panels.some(({ trace }) => trace.lanes.some(({ timeUse }) => timeUse[USED[state]] > 0));
  const others = (["unlocked", "waiting", "sleeping"] as const).filter(occurs);
  return ["running", ...others];
}

/** How much of a run a worker was in a state, in percent; a dash if it never was. */
export function shareOf(state: Used, timeUse: TimeUse, durationMs: number): string {
  const ms = timeUse[USED[state]];
  return ms > 0 ? percent(ms / durationMs) : "–";
}

/** How long a run took; where there is a lock, how much of it that was held, and how it moved. */
export function factsOf({ model, trace: seen, threads, whole }: Panel): string {
  const trace = whole ?? seen;
  const facts = [`${milliseconds(trace.durationMs)} ms`];
  if (hasGil(model)) {
    const heldMs = trace.lanes.reduce((sum, { timeUse }) => sum + timeUse.runningMs, 0);
    const held = heldMs / trace.durationMs;
    const free = percent(Math.max(0, 1 - held));
    facts.push(
      threads === undefined
        ? `lock held ${percent(held)} of the run over all workers, free ${free}`
        : `GIL held ${percent(held)} of the run, free ${free}`,
    );
  }
  if (trace.handOffsTotal > 0) {
    facts.push(`${handOffCount(trace)} ${trace.handOffsTotal === 1 ? "hand-off" : "hand-offs"}`);
  }
  return facts.join(" · ");
}

/** `62`, or `the first 20,000 of 87,123` where there was no room for all. */
export function handOffCount({ handOffs, handOffsTotal }: Trace): string {
  const all = count(handOffsTotal);
  return handOffs.length < handOffsTotal ? `the first ${count(handOffs.length)} of ${all}` : all;
}

/** Of one worker, or of the mean over them. */
export function summaryOf({ title, trace, threads }: Panel, used: readonly Used[]): string {
  const parts = used.flatMap((state) => {
    const value = shareOf(state, trace.timeUse, trace.durationMs);
    return value === "–" ? [] : [`${value} ${USED_NAMES[state]}`];
  });
  const what = threads === undefined ? "worker" : threads.some(({ isTask }) => isTask) ? "thread and task" : "thread";
  const each = trace.lanes.length === 1 ? "" : `each ${what} on average `;
  return `${title}, ${milliseconds(trace.durationMs)} ms: ${each}${parts.join(", ")}`;
}
