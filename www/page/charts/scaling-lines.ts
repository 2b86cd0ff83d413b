/** What the scaling chart draws: a line per model, and what it is compared with. */
import type { Estimate, Model, ModelInfo, Report } from "../../generated/types";
import { titleOf } from "./chart";

export interface Line {
  model: Model;
  title: string;
  /** Ascending by workers. */
  points: readonly { workers: number; speedup: Estimate }[];
  /** The fitted law at 1, 2, … workers, as far as the chart goes; empty where there is none. */
  curve: readonly number[];
  /** What the fit says, or that the data cannot tell. */
  sentence: string | null;
}

/** All models but the baseline, which is 1 everywhere. */
export function scalingLines(report: Report, models: readonly ModelInfo[]): Line[] {
  const most = report.plan.workers.at(-1) ?? 1;
  return [...new Set(report.results.map(({ model }) => model))].flatMap((model) => {
    const points = report.results
      .flatMap(({ model: id, workers, speedup }) =>
        id === model && speedup !== null ? [{ workers, speedup }] : [],
      )
      .toSorted((a, b) => a.workers - b.workers);
    if (points.length === 0) return [];
    const law = report.scaling.find((scaling) => scaling.model === model);
    const curve = law?.curve.slice(0, most) ?? [];
    return [
      { model, title: titleOf(model, models), points, curve, sentence: law?.sentence ?? null },
    ];
  });
}
