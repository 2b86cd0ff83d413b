import type { ModelInfo, ModelResult, Report, Trace } from "../../generated/types";
import type { Painted } from "./drawing";
import { titleOf } from "../charts/chart";
import type { Pointed } from "./pointer";
import type { Thread } from "./threads";

/** One model's part of the timeline. */
export interface Panel {
  readonly model: Painted;
  readonly title: string;
  readonly trace: Trace;
  /** For each lane, if they are threads of a script. */
  readonly threads?: readonly Thread[];
  /** Names of all of its threads by their ids, for those that hold locks. */
  readonly holders?: ReadonlyMap<number, string>;
  /** With all threads, where not all have a lane. */
  readonly whole?: Trace;
  /** Where a sentence points at. */
  readonly pointed?: Pointed;
  /** What is said of threads that have no lane. */
  readonly left?: string;
}

/** Which of a report's traces are shown. */
export interface Choice {
  readonly workers: number;
  readonly model: Painted | "all";
}

/** More lanes than this at once are too many to read. */
const READABLE = 20;

/**
 * A trace that can be drawn: one of a recording keeps no more than how the time was used, and a run
 * within a step of the clock took none.
 */
export function drawable({ trace }: ModelResult): Trace | null {
  const hasSegments = trace?.lanes.some(({ states }) => states.length > 0) === true;
  return hasSegments && trace.durationMs > 0 ? trace : null;
}

/** The numbers of workers that there are traces of. */
export function workerCounts({ results }: Report): number[] {
  const counts = results.filter((result) => drawable(result) !== null).map(({ workers }) => workers);
  return [...new Set(counts)].toSorted((a, b) => a - b);
}

/** The traces of so many workers, in the report's order. */
export function panelsOf(
  { results }: Report,
  models: readonly ModelInfo[],
  workers: number,
): Panel[] {
  return results.flatMap((result) => {
    const trace = drawable(result);
    if (trace === null || result.workers !== workers) return [];
    return [{ model: result.model, title: titleOf(result.model, models), trace }];
  });
}

/** What is shown of them. */
export function chosenOf(panels: readonly Panel[], { model }: Choice): readonly Panel[] {
  const chosen = panels.filter((panel) => panel.model === model);
  return chosen.length > 0 ? chosen : panels;
}

/** The most workers, and all models if that can be read; otherwise the one with a lock. */
export function firstChoice(report: Report, models: readonly ModelInfo[]): Choice {
  const workers = workerCounts(report).at(-1) ?? 1;
  const panels = panelsOf(report, models, workers);
  const lanes = panels.reduce((sum, { trace }) => sum + trace.lanes.length, 0);
  if (lanes <= READABLE) return { workers, model: "all" };
  return { workers, model: (lockPanel(panels) ?? panels[0])?.model ?? "all" };
}

/** The panel whose workers hand a lock to each other. */
export function lockPanel(panels: readonly Panel[]): Panel | null {
  return panels.find(({ trace }) => trace.handOffs.length > 0) ?? null;
}

/** Does one thread at a time run there? */
export function hasGil(model: Painted): boolean {
  return model === "gil" || model === "gil-before-3.2";
}

/** Do the workers wait for a lock? */
export function hasLock({ trace }: Panel): boolean {
  return trace.handOffs.length > 0 || trace.lanes.some(({ timeUse }) => timeUse.waitingMs > 0);
}

/** Until the last of them ended. */
export function durationOf(panels: readonly Panel[]): number {
  return Math.max(0, ...panels.map(({ trace }) => trace.durationMs));
}
