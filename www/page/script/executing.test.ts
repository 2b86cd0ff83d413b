import { expect, test, vi } from "vitest";
import type { Comparison, ExecuteRequest } from "../../generated/types";
import { EngineError, type ExecuteOptions } from "../../engine";
import { execution, piece } from "../testing/execution";
import { Executing } from "./executing";

const COMPARISON: Comparison = { narrative: "So.", reasons: [], ratio: null, output: null, differing: [] };
const REQUEST = { source: "import time\n  lock.acquire()" };

function script(): Executing {
  return new Executing({ redraw: () => undefined });
}

function engineOf(execute: (request: ExecuteRequest, options?: ExecuteOptions) => unknown) {
  return { execute: vi.fn(execute), compare: vi.fn(async () => COMPARISON) } as never;
}

const signal = new AbortController().signal;

test("what is printed is known while it runs", async () => {
  const running = script();
  const seen: unknown[] = [];
  const engine = engineOf(async ({ runtime = "gil" }, { onOutput } = {}) => {
    onOutput?.([piece("a\n")]);
    onOutput?.([piece("b\n")]);
    seen.push(running.now, structuredClone(running.result?.runs));
    return execution({ runtime });
  });
  await running.run(engine, REQUEST, signal);
  const output = [piece("a\n"), piece("b\n")];
  expect(seen.slice(0, 2)).toEqual([
    "with the GIL",
    [
      { runtime: "gil", is: "running", output },
      { runtime: "free-threaded", is: "waiting" },
    ],
  ]);
  expect(running.result?.runs.map(({ is }) => is)).toEqual(["done", "done"]);
  expect(running.finding).toBe("So.");
});

test("where one Python cannot run it, the other one does", async () => {
  const running = script();
  const refusal = EngineError.from({
    kind: "unavailable-model",
    model: "free-threaded",
    message: "no memory",
  });
  const engine = engineOf(async ({ runtime }) => {
    if (runtime === "free-threaded") throw refusal;
    return execution();
  });
  await running.run(engine, REQUEST, signal);
  expect(running.result?.runs).toMatchObject([
    { is: "done" },
    { is: "refused", error: refusal },
  ]);
});

test("one that is stopped keeps what it has printed", async () => {
  const running = script();
  const engine = engineOf(async (_, { onOutput } = {}) => {
    onOutput?.([piece("so far")]);
    throw new EngineError("aborted", "The run was stopped.");
  });
  await expect(running.run(engine, REQUEST, signal)).rejects.toMatchObject({ kind: "aborted" });
  expect(running.result?.runs).toEqual([
    { runtime: "gil", is: "stopped", output: [piece("so far")] },
    { runtime: "free-threaded", is: "waiting" },
  ]);
});

test("where it failed is marked in its source", async () => {
  const running = script();
  const ended = { limit: "deadlock", message: "", traceback: "" } as const;
  const places = [{ thread: "Main", function: "f", line: 2 }];
  await running.run(engineOf(async () => execution({ ended, places })), REQUEST, signal);
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
