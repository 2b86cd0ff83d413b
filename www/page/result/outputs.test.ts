import { expect, test } from "vitest";
import type { TaskResult } from "../../generated/types";
import { models, report, result } from "../testing/report";
import { textOf } from "../testing/text";
import { outputs } from "./outputs";

function printed(worker: number, output: string, outputCut = 0): TaskResult {
  return { worker, result: "None", output, outputCut };
}

function shown(...tasks: TaskResult[][]): string {
  const ids = ["sequential", "gil", "process"] as const;
  const results = tasks.map((of, index) =>
    Object.assign(result(ids[index] ?? "gil", 2, [100], null), { tasks: of }),
  );
  return textOf(outputs(report(results), models));
}

test("where nothing is printed, nothing is shown", () => {
  expect(shown([printed(0, "")], [printed(0, "")])).toBe("");
});

test("what is printed is shown by worker, and once for all models that print the same", () => {
  const same = [printed(0, "a\n"), printed(1, "<b>")];
  const text = shown(same, same, [printed(0, "other", 1200), printed(1, "")]);
  expect(text.match(/<h3>.*<\/h3>/g)).toEqual([
    "<h3>Sequential and Threads with a GIL, 2 workers</h3>",
    "<h3>Processes, 2 workers</h3>",
  ]);
  expect(text).toContain("&lt;b>");
  expect(text.match(/Worker \d/g)).toEqual(["Worker 0", "Worker 1", "Worker 0"]);
  expect(text).toContain("1,200 more bytes");
});
