import type {
  Lane,
  Model,
  ModelInfo,
  ModelResult,
  Report,
  Sample,
  Estimate,
  State,
  TimeUse,
  Trace,
} from "../../generated/types";

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
      warmups: null,
      trace: true,
      switchIntervalMs: 5,
      timeLimitMs: 1000,
    },
    results,
    mismatches: [],
    drift: { duringMs: 100, endMs: 100, ratio: 1 },
    clear: false,
    disturbed: false,
    scaling: [],
    signs: [],
    narrative: "With 2 workers, threads with a GIL could not be told from no change.",
    ...rest,
  };
}

/** A model whose samples took so long to compute, after 10 ms of start-up. */
export function result(
  model: Model,
  workers: number,
  computeMs: number[],
  speedup: Estimate | null,
): ModelResult {
  const samples = computeMs.map(sample);
  return {
    model,
    workers,
    warmupMs: [],
    samples,
    median: sample(computeMs[0] ?? 0),
    handOffs: model === "gil" ? 20 : null,
    speedup,
    speedupWithStartUp: speedup,
    tasks: [],
    heapBytes: 1_250_000,
    summary: null,
    trace: null,
    tracedSample: null,
  };
}

/** The same with what its workers did in its first sample. */
export function traced(found: ModelResult): ModelResult {
  return { ...found, trace: trace(), tracedSample: 0 };
}

/** Two threads that take turns under a GIL for 10 ms; a segment of the second is a merged one. */
export function trace(): Trace {
  const first = lane(0, [
    ["starting", 1],
    ["running", 5],
    ["waiting", 7.5],
    ["running", 10],
  ]);
  const second = lane(1, [
    ["starting", 1],
    ["waiting", 5.5],
    ["running", 7],
    ["joining", 10],
  ]);
  return {
    durationMs: 10,
    lanes: [
      first,
      {
        ...second,
        merged: [
          { segment: 2, count: 3, runningMs: 1.2, waitingMs: 0.1, blockedMs: 0.2, unlockedMs: 0 },
        ],
        timeUse: { ...second.timeUse, runningMs: 1.2, waitingMs: 4.6, blockedMs: 0.2 },
      },
    ],
    handOffs: [
      { from: 0, to: 1, askedMs: 4, askedBy: 1, droppedMs: 5, takenMs: 5.5 },
      { from: 1, to: 0, askedMs: null, askedBy: null, droppedMs: 7, takenMs: 7.5 },
    ],
    handOffsTotal: 2,
    timeUse: {
      ...idle,
      startingMs: 1,
      runningMs: 3.85,
      waitingMs: 3.55,
      blockedMs: 0.1,
      joiningMs: 1.5,
    },
  };
}

const idle: TimeUse = {
  startingMs: 0,
  copyingInMs: 0,
  runningMs: 0,
  waitingMs: 0,
  blockedMs: 0,
  unlockedMs: 0,
  copyingOutMs: 0,
  joiningMs: 0,
};

const partOf: Record<State, keyof TimeUse> = {
  starting: "startingMs",
  "copying-in": "copyingInMs",
  running: "runningMs",
  waiting: "waitingMs",
  sleeping: "blockedMs",
  unlocked: "unlockedMs",
  "copying-out": "copyingOutMs",
  joining: "joiningMs",
};

/** What one worker did, as states with their ends. */
export function lane(worker: number, segments: readonly (readonly [State, number])[]): Lane {
  const timeUse = { ...idle };
  let start = 0;
  for (const [state, end] of segments) {
    timeUse[partOf[state]] += end - start;
    start = end;
  }
  return {
    worker,
    states: segments.map(([state]) => state),
    endsMs: segments.map(([, end]) => end),
    merged: [],
    timeUse,
    places: [],
    at: [],
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
