/** What the speedup chart draws, from what is planned, under way or known. */
import type { Model, ModelInfo, Progress, Report, Sample } from "../../generated/types";

export interface Bar {
  model: Model;
  title: string;
  workers: number;
  /** Null as long as nothing is known. */
  speedup: number | null;
  /** The 95 % interval; null while running and for the baseline, which is 1 by definition. */
  interval: { low: number; high: number } | null;
  samples: Dot[];
}

/** One sample. */
export interface Dot {
  /** Against the baseline's median. */
  speedup: number;
  outlier: boolean;
}

/** The chart before its first number. */
export function plannedBars(models: readonly ModelInfo[], workers: readonly number[]): Bar[] {
  return workers.flatMap((count) =>
    models.map(({ id, title }) => ({
      model: id,
      title,
      workers: count,
      speedup: null,
      interval: null,
      samples: [],
    })),
  );
}

export function withProgress(bars: readonly Bar[], progress: Progress): Bar[] {
  const { model, workers, sample } = progress;
  const speedup = progress.speedup ?? (model === "sequential" && sample !== null ? 1 : null);
  if (speedup === null) return [...bars];
  return bars.map((bar) =>
    bar.model === model && bar.workers === workers ? { ...bar, speedup } : bar,
  );
}

export function reportBars(report: Report, models: readonly ModelInfo[]): Bar[] {
  const titles = new Map(models.map(({ id, title }) => [id, title]));
  return report.plan.workers.flatMap((workers) => {
    const results = report.results.filter((result) => result.workers === workers);
    const baseline = results.find(({ speedup }) => speedup === null);
    const baselineMs = median(baseline?.samples.map(withoutStartUp) ?? []);
    return results.map(({ model, speedup, samples }) => ({
      model,
      title: titles.get(model) ?? model,
      workers,
      speedup: speedup?.value ?? 1,
      interval: speedup,
      samples: samples.map((sample) => ({
        speedup: baselineMs / withoutStartUp(sample),
        outlier: sample.outlier,
      })),
    }));
  });
}

function withoutStartUp({ totalMs, startUpMs }: Sample): number {
  return totalMs - startUpMs;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}
