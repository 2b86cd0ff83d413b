import type {
  Execution,
  OutputPiece,
  OutputStream,
  ScriptProgress,
  ScriptReport,
} from "../../generated/types";
import { report } from "./report";

/** A run of a script that ended well, but for what a test says. */
export function execution(rest: Partial<Execution> = {}): Execution {
  return {
    runtime: "gil",
    cores: 2,
    output: [],
    gap: null,
    status: 0,
    traceback: null,
    ended: null,
    places: [],
    totalMs: 100,
    processes: [],
    lanes: [lane(1, "MainThread")],
    handOffs: rest.runtime === "free-threaded" ? null : 0,
    heapBytes: 0,
    virtualThreads: false,
    trace: null,
    ...rest,
  };
}

export function lane(id: number, name: string, endMs = 1): Execution["lanes"][number] {
  return { id, process: 1000, name, parent: id === 1 ? null : 1, daemon: false, library: false, task: false, startMs: 0, endMs };
}

export function piece(text: string, stream: OutputStream = "stdout"): OutputPiece {
  return { stream, text, lane: 1, ms: 0 };
}

export function progress(rest: Partial<ScriptProgress> = {}): ScriptProgress {
  return {
    phase: "warmup",
    runtime: "gil",
    done: 0,
    total: 8,
    output: [],
    execution: null,
    refused: null,
    totalMs: null,
    ...rest,
  };
}

/** Of a script that was measured twice under each Python. */
export function scriptReport(
  rest: Partial<ScriptReport> = {},
  ofExecution: Partial<Execution> = {},
): ScriptReport {
  const runtimes = ["gil", "free-threaded"] as const;
  const comparison = { narrative: "", reasons: [null, null], ratio: null, output: null, differing: [[], []] };
  return {
    format: 1,
    startedAt: 0,
    environment: report([]).environment,
    plan: { source: "x", runtimes: [...runtimes], args: [], stdin: "", virtualThreads: false, samples: null, switchIntervalMs: 5 },
    results: runtimes.map((runtime) => ({
      runtime,
      refused: null,
      warmupMs: [120],
      samplesMs: [100, 110],
      medianMs: 105,
      rangeMs: [100, 110],
      speedup: runtime === "gil" ? null : { value: 1, low: 0.9, high: 1.1 },
      execution: execution({ runtime, ...ofExecution }),
    })),
    clear: false,
    disturbed: false,
    comparison,
    ...rest,
  };
}
