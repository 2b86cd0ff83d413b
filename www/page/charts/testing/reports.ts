import type {
  Model,
  ModelInfo,
  ModelResult,
  Published,
  Report,
  Scaling,
  Estimate,
  SweepPoint,
  TimeUse,
} from "../../../generated/types";
import { models as four, report, result } from "../../testing/report";
import type { FigureAbout } from "../frame";

export const about: FigureAbout = {
  subtitle: "countdown · n = 1,000 · split · 3 samples",
  device: "2 cores",
  date: new Date(2026, 10, 20, 12),
  link: "https://example.org/#program=countdown",
  fileName: "gil-playground-countdown",
};

/** All models, the one that only CPython has among them. */
export const models: ModelInfo[] = [
  ...four,
  { id: "subinterpreters", title: "Subinterpreters", summary: "", available: false, whyNot: "" },
];

/** Speedups with 1, 2, 4 and 8 workers, on two cores. */
const FOUND: Partial<Record<Model, readonly number[]>> = {
  gil: [1.03, 0.96, 0.95, 0.93],
  "free-threaded": [0.98, 1.78, 1.86, 1.84],
  process: [1, 1.75, 1.8, 1.66],
};

const WORKERS = [1, 2, 4, 8];

/** A report of four numbers of workers, every speedup by this factor, each run traced. */
export function manyWorkers(factor = 1): Report {
  const baseline = WORKERS.map((workers) =>
    withTrace(result("sequential", workers, [300, 304, 297], null)),
  );
  const others = Object.entries(FOUND).flatMap(([model, speedups]) =>
    speedups.map((speedup, index) =>
      withTrace(measured(model as Model, WORKERS[index] ?? 1, speedup * factor)),
    ),
  );
  const scaling = Object.keys(FOUND).map((model) => law(model as Model));
  return report([...baseline, ...others], { scaling });
}

function measured(model: Model, workers: number, value: number): ModelResult {
  const times = [1, 0.985, 1.03].map((noise) => (300 / value) * noise);
  return result(model, workers, times, interval(value));
}

function interval(value: number): Estimate {
  return { value, low: value * 0.95, high: value * 1.03 };
}

function law(model: Model): Scaling {
  const serial = model === "gil" ? 1 : 0.06;
  const estimate = { value: serial, low: serial * 0.8, high: serial };
  const curve = [1, 2].map((workers) => 1 / (serial + (1 - serial) / workers));
  const sentence =
    model === "gil" ? "All of this run is serial." : "About 6 % of this run is serial.";
  return { model, fitted: [1, 2], serial: estimate, universal: null, curve, sentence };
}

/** With a GIL each worker runs its part of the time and waits for the rest of it. */
export function withTrace(found: ModelResult): ModelResult {
  const { totalMs } = found.median;
  const busyMs = totalMs - 16;
  const runningMs = found.model === "gil" ? busyMs / found.workers : busyMs;
  const timeUse: TimeUse = {
    startingMs: 10,
    copyingInMs: found.model === "process" ? 4 : 0,
    runningMs,
    waitingMs: busyMs - runningMs,
    blockedMs: 0,
    unlockedMs: 0,
    copyingOutMs: found.model === "process" ? 1 : 0,
    joiningMs: found.model === "process" ? 1 : 6,
  };
  return {
    ...found,
    trace: { durationMs: totalMs, lanes: [], handOffs: [], handOffsTotal: 0, timeUse },
  };
}

export const published: Published[] = [
  figure("gil", 1.1),
  figure("process", 1.92),
  { ...figure("free-threaded", 2.2), work: "repeat" },
];

function figure(model: Model, speedup: number): Published {
  return {
    model,
    workers: 2,
    work: "split",
    speedup,
    label: "the book",
    citation: "A Book, chapter 15: countdown(50_000_000), one run each",
    secondHand: false,
  };
}

export const sweepPoints: SweepPoint[] = [
  point(0.001, 88_000, 6.1, 0.03),
  point(0.01, 31_000, 2.4, 0.05),
  point(0.1, 8_700, 1.22, 0.14),
  point(1, 980, 1.03, 1.1),
  point(5, 199, 1.01, 5.1),
  point(100, 9, 1, 100),
];

function point(
  intervalMs: number,
  handOffsPerSecond: number,
  cost: number,
  ms: number,
): SweepPoint {
  return {
    intervalMs,
    handOffsPerSecond,
    cost: { value: cost, low: cost * 0.97, high: cost * 1.06 },
    latencyMs: { value: ms, low: ms * 0.6, high: ms * 1.9 },
  };
}
