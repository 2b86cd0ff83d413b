import { expect, test, vi } from "vitest";
import type { Execution } from "../../generated/types";
import type { Page } from "../page";
import type { ScriptRuns } from "../state";
import { execution, lane, piece } from "../testing/execution";
import { textOf } from "../testing/text";

// The box is a custom element, which there is none of outside a browser.
vi.mock("../source/source-box", () => ({ theBox: () => null }));
const { scriptSection } = await import("./section");

function shown(executions: Execution[], rest: Partial<ScriptRuns> = {}, chosen = "x"): string {
  const result: ScriptRuns = {
    source: "x",
    runs: executions.map((found) => ({ runtime: found.runtime, is: "done", execution: found, result: null })),
    report: null,
    comparison: null,
    places: [],
    progress: null,
    ...rest,
  };
  const page = { script: { shown: result, frozen: null }, lessons: { isOfAnother: () => false }, more: { report: null, state: { is: "none" } }, settings: { program: { source: chosen } } };
  return textOf(scriptSection(page as unknown as Page));
}

test("each run tells its time, its threads and its hand-offs", () => {
  const lanes = [lane(1, "MainThread"), lane(2, "Thread-1")];
  const text = shown([
    execution({ lanes, handOffs: 12, totalMs: 1000 }),
    execution({ lanes, runtime: "free-threaded", totalMs: 520 }),
  ]);
  expect(text).toContain("1 s · 2 threads · the lock changed hands 12 times · under 0.1 MB of objects<");
  expect(text).toContain("520 ms · 2 threads · under 0.1 MB of objects<");
  expect(text).toContain("It printed nothing.");
  expect(text).not.toContain("before the program was changed");
});

test("lines that only one has printed are marked, and stderr is told apart", () => {
  const output = [piece("1\n2\n"), piece("oops\n", "stderr")];
  const comparison = { narrative: "", ratio: null, output: "different" } as const;
  const text = shown([execution({ output }), execution({ output, runtime: "free-threaded" })], {
    comparison: { ...comparison, reasons: [], differing: [[1], []] },
  });
  expect(text.match(/<mark class="line">2/g)).toHaveLength(1);
  expect(text).toContain('<span class="stderr">oops</span>');
  expect(text).toContain("Marked lines");
});

test("why a run did not end well is told with its place", () => {
  const places = [{ thread: "MainThread", function: "<module>", line: 5 }];
  const ended = { limit: "deadlock", message: "deadlock: …", traceback: "" } as const;
  expect(shown([execution({ ended, places })])).toMatch(
    /Deadlock: every thread waits.*MainThread waits at .*line 5/s,
  );
  expect(shown([execution({ status: 1, traceback: "ValueError: x", places })])).toMatch(
    /It ended with an exception.*It was at .*line 5.*in MainThread/s,
  );
  expect(shown([execution({ status: 7 })])).toContain("It ended with exit status 7.");
  const limit = { limit: "memory", message: "too much memory", traceback: "" } as const;
  expect(shown([execution({ ended: limit })])).toContain("Too much memory.");
});

test("results of an earlier text are named as such", () => {
  expect(shown([execution()], {}, "y")).toContain("before the program was changed");
});
