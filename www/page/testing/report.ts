import type { Model, ModelInfo, ModelResult, Report, Sample, Speedup } from "../../generated/types";

/** Reports as small as a test needs them. */
export const models: ModelInfo[] = [
  info("sequential", "Sequential"),
  info("gil", "Threads with a GIL"),
  info("free-threaded", "Free-threaded threads"),
  info("process", "Processes"),
];

function info(id: Model, title: string): ModelInfo {
  return { id, title, summary: "", available: true, whyNot: null };
}

export function report(results: ModelResult[], rest: Partial<Report> = {}): Report {
  const workers = [...new Set(results.map(({ workers: count }) => count))];
  return {
    format: 1,
    startedAt: 0,
    durationMs: 1000,
    environment: {
      isolated: true,
      cores: 2,
      timerStepUs: 5,
      build: "threads",
      version: "0.1.0",
      userAgent: "",
    },
    plan: {
      program: "countdown",
      source: "",
      args: { n: 1000 },
      size: "auto",
      models: models.map(({ id }) => id),
      workers,
      work: "split",
      samples: 2,
      warmups: 1,
      switchIntervalMs: 5,
      timeLimitMs: 1000,
    },
    results,
    mismatches: [],
    drift: { duringMs: 100, endMs: 100, ratio: 1 },
    ...rest,
  };
}

/** A model whose samples took so long to compute, after 10 ms of start-up. */
export function result(
  model: Model,
  workers: number,
  computeMs: number[],
  speedup: Speedup | null,
): ModelResult {
  const samples = computeMs.map(sample);
  return {
    model,
    workers,
    samples,
    median: sample(computeMs[0] ?? 0),
    handOffs: model === "gil" ? 20 : null,
    speedup,
    speedupWithStartUp: speedup,
    tasks: [],
  };
}

function sample(computeMs: number, order = 0): Sample {
  return {
    order,
    handOffs: null,
    tasks: [],
    outlier: false,
    startUpMs: 10,
    copyInMs: 0,
    computeMs,
    copyOutMs: 0,
    joinMs: 0,
    totalMs: 10 + computeMs,
  };
}
