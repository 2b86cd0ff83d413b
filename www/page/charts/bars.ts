/** What the speedup chart draws, from what is planned, under way or known. */
import type {
  Model,
  ModelInfo,
  Progress,
  Published,
  Report,
  Sample,
  Work,
} from "../../generated/types";
import { mostFirst, titleOf } from "./chart";

/** In place of a speedup that cannot be told. */
export const TOO_SHORT = "too short to compare";

export interface Bar {
  model: Model;
  title: string;
  workers: number;
  /** Null as long as nothing is known, and where it cannot be. */
  speedup: number | null;
  /** Was it run, and is too short to be compared? */
  isShort: boolean;
  /** The 95 % interval; null while running and for the baseline, which is 1 by definition. */
  interval: { low: number; high: number } | null;
  samples: readonly Dot[];
  marks: readonly Mark[];
  /** What the program itself says of its results under this model. */
  summary: string | null;
}

/** One sample. */
export interface Dot {
  /** Against the baseline's median. */
  speedup: number;
  outlier: boolean;
}

/** What somebody else measured, beside a bar. */
export interface Mark {
  speedup: number;
  /** The source in a few words: "Nguyen's book", "CPython 3.14". */
  label: string;
  /** The source in full. */
  title: string;
}

/** What the bars may be compared with. */
export interface References {
  /** How the workers are given work here; elsewhere it must have been the same. */
  work: Work;
  /** What others measured with the same program. */
  published?: readonly Published[];
  /** A second report of the same program, and what to call it. */
  other?: { label: string; report: Report } | null;
}

/** The chart before its first number. */
export function plannedBars(models: readonly ModelInfo[], workers: readonly number[]): Bar[] {
  return mostFirst(workers).flatMap((count) =>
    models.map(({ id, title }) => ({
      model: id,
      title,
      workers: count,
      speedup: null,
      isShort: false,
      interval: null,
      samples: [],
      marks: [],
      summary: null,
    })),
  );
}

export function withProgress(bars: readonly Bar[], progress: Progress): Bar[] {
  const { model, workers, speedup } = progress;
  if (speedup === null) return [...bars];
  return bars.map((bar) =>
    bar.model === model && bar.workers === workers ? { ...bar, speedup } : bar,
  );
}

export function reportBars(report: Report, models: readonly ModelInfo[]): Bar[] {
  return mostFirst(report.plan.workers).flatMap((workers) => {
    const results = report.results.filter((result) => result.workers === workers);
    const baseline = results.find(({ model }) => model === "sequential");
    const baselineMs = median(baseline?.samples.map(withoutStartUp) ?? []);
    // The baseline is 1 by definition, where there is anything to compare with it.
    const isCompared =
      results.some(({ speedup }) => speedup !== null) ||
      !report.signs.some(({ kind }) => kind === "too-short");
    return results.map(({ model, speedup: estimate, samples, summary }) => {
      const isBaseline = model === "sequential" && isCompared;
      const speedup = estimate?.value ?? (isBaseline ? 1 : null);
      return {
        model,
        title: titleOf(model, models),
        workers,
        speedup,
        isShort: speedup === null,
        interval: estimate,
        samples: speedup === null ? [] : dots(samples, baselineMs),
        marks: [],
        summary,
      };
    });
  });
}

/** The bars with marks where a reference ran the same model on as many workers and like work. */
export function withMarks(bars: readonly Bar[], references: References): Bar[] {
  return bars.map((bar) => ({ ...bar, marks: marksOf(bar, references) }));
}

function marksOf(
  { model, workers }: Bar,
  { work, published = [], other = null }: References,
): Mark[] {
  const figures = published
    .filter(
      (figure) => figure.model === model && figure.workers === workers && figure.work === work,
    )
    .map(({ speedup, label, citation, secondHand }) => ({
      speedup,
      label,
      title: secondHand ? `${citation} (read in another text)` : citation,
    }));
  const found = other?.report.results.find(
    (result) => result.model === model && result.workers === workers,
  );
  if (other === null || found === undefined || found.speedup === null) return figures;
  if (other.report.plan.work !== work) return figures;
  const title = "the report that this one is compared with";
  return [...figures, { speedup: found.speedup.value, label: other.label, title }];
}

function dots(samples: readonly Sample[], baselineMs: number): Dot[] {
  return samples.flatMap((sample) => {
    const speedup = baselineMs / withoutStartUp(sample);
    return Number.isFinite(speedup) ? [{ speedup, outlier: sample.outlier }] : [];
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
