import { expect, test, vi } from "vitest";
import type { Comparison, ScriptProgress, ScriptReport } from "../../generated/types";
import { EngineError, type RunOptions, type SampleRequest } from "../../engine";
import { execution, piece, progress, scriptReport } from "../testing/execution";
import { Executing } from "./executing";

const COMPARISON: Comparison = { narrative: "So.", reasons: [], ratio: null, output: null, differing: [] };
const REQUEST = {
  source: "import time\n  lock.acquire()",
  runtimes: ["gil" as const, "free-threaded" as const],
};

function script(): Executing {
  return new Executing({ redraw: () => undefined });
}

type Run = (request: SampleRequest, options: RunOptions<ScriptProgress>) => Promise<ScriptReport>;

function engineOf(run: Run) {
  return { run: vi.fn(run), compare: vi.fn(async () => COMPARISON) } as never;
}

const signal = new AbortController().signal;

test("what is printed is known while it runs", async () => {
  const running = script();
  const seen: unknown[] = [];
  const engine = engineOf(async (_, { onProgress }) => {
    onProgress?.(progress({ output: [piece("a\n")] }));
    onProgress?.(progress({ output: [piece("b\n")] }));
    seen.push(running.now, structuredClone(running.result?.runs));
    return scriptReport({ comparison: COMPARISON });
  });
  await running.run(engine, REQUEST, signal);
  const output = [piece("a\n"), piece("b\n")];
  expect(seen).toEqual([
    "Running with the GIL.",
    [
      { runtime: "gil", is: "running", output },
      { runtime: "free-threaded", is: "waiting" },
    ],
  ]);
  expect(running.result?.runs.map(({ is }) => is)).toEqual(["done", "done"]);
  expect(running.finding).toBe("So.");
});

test("what the first runs came to is there while the others are made", async () => {
  const running = script();
  const engine = engineOf(async (_, { onProgress }) => {
    onProgress?.(progress({ execution: execution() }));
    onProgress?.(progress({ runtime: "free-threaded", refused: "no memory" }));
    onProgress?.(progress({ phase: "sample", done: 3, total: 4 }));
    expect(running.now).toBe("Measured with the GIL: 3 of 4 runs.");
    expect(running.result?.runs).toMatchObject([
      { is: "done", result: null },
      { is: "refused", why: "no memory" },
    ]);
    return scriptReport();
  });
  await running.run(engine, REQUEST, signal);
  expect(running.result?.progress).toBeNull();
});

test("one that is stopped keeps what it has printed, and what came of the others", async () => {
  const running = script();
  const engine = engineOf(async (_, { onProgress }) => {
    onProgress?.(progress({ execution: execution() }));
    onProgress?.(progress({ runtime: "free-threaded", output: [piece("so far")] }));
    throw new EngineError("aborted", "The run was stopped.");
  });
  await expect(running.run(engine, REQUEST, signal)).rejects.toMatchObject({ kind: "aborted" });
  expect(running.result?.runs).toMatchObject([
    { runtime: "gil", is: "done" },
    { runtime: "free-threaded", is: "stopped", output: [piece("so far")] },
  ]);
});

test("where it failed is marked in its source", async () => {
  const running = script();
  const ended = { limit: "deadlock", message: "", traceback: "" } as const;
  const places = [{ thread: "Main", function: "f", line: 2 }];
  const failed = scriptReport({}, { ended, places });
  failed.plan.source = REQUEST.source;
  await running.run(engineOf(async () => failed), REQUEST, signal);
  expect(running.result?.places).toEqual([
    {
      line: 2,
      column: 3,
      endLine: 2,
      endColumn: 17,
      message: "Main waits here",
      sourceLine: "  lock.acquire()",
    },
  ]);
});

test("results from elsewhere are shown until there are own ones", async () => {
  const running = script();
  running.frozen = scriptReport({ comparison: { ...COMPARISON, narrative: "There." } });
  expect(running.finding).toBe("There.");
  await running.run(engineOf(async () => scriptReport({ comparison: COMPARISON })), REQUEST, signal);
  expect(running.finding).toBe("So.");
});
