/** The parts of a run's time, from the trace where there is one. */
import type { Model, ModelInfo, ModelResult, Report, TimeUse } from "../../generated/types";
import { mostFirst, titleOf } from "./chart";

/** One bar: a model with one number of workers. */
export interface Stack {
  model: Model;
  title: string;
  workers: number;
  /** Adds up to the run. */
  ms: TimeUse;
  /** What all runs took, as the median. */
  medianMs: number;
  /** Else waiting and being blocked are part of computing. */
  isTraced: boolean;
}

/** In the order in which they are stacked. */
export const PARTS = [
  { part: "startingMs", name: "starting" },
  { part: "copyingInMs", name: "copying in" },
  { part: "runningMs", name: "computing" },
  { part: "waitingMs", name: "waiting for the lock" },
  { part: "unlockedMs", name: "computing without the lock" },
  { part: "blockedMs", name: "blocked" },
  { part: "copyingOutMs", name: "copying out" },
  { part: "joiningMs", name: "joining" },
] as const satisfies readonly { part: keyof TimeUse; name: string }[];

export type Part = (typeof PARTS)[number]["part"];

/** Grouped by workers, models in the plan's order. */
export function stacks(report: Report, models: readonly ModelInfo[]): Stack[] {
  return mostFirst(report.plan.workers).flatMap((workers) =>
    report.results
      .filter((result) => result.workers === workers)
      .map((result) => ({
        model: result.model,
        title: titleOf(result.model, models),
        workers,
        medianMs: result.median.totalMs,
        ms: result.trace?.timeUse ?? fromMedian(result),
        isTraced: result.trace !== null,
      })),
  );
}

export function totalOf({ ms }: Stack): number {
  return PARTS.reduce((total, { part }) => total + ms[part], 0);
}

function fromMedian({ median }: ModelResult): TimeUse {
  return {
    startingMs: median.startUpMs,
    copyingInMs: median.copyInMs,
    runningMs: median.computeMs,
    waitingMs: 0,
    blockedMs: 0,
    unlockedMs: 0,
    copyingOutMs: median.copyOutMs,
    joiningMs: median.joinMs,
  };
}
