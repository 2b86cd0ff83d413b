import type { Execution, OutputPiece, OutputStream } from "../../generated/types";

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
    trace: null,
    ...rest,
  };
}

export function lane(id: number, name: string): Execution["lanes"][number] {
  return { id, process: 1000, name, parent: id === 1 ? null : 1, daemon: false, startMs: 0, endMs: 1 };
}

export function piece(text: string, stream: OutputStream = "stdout"): OutputPiece {
  return { stream, text, lane: 1, ms: 0 };
}
