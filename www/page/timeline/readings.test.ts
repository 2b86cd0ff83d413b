import { expect, test } from "vitest";
import { trace } from "../testing/report";
import type { Panel } from "./panels";
import { readings, workersText } from "./readings";
import { turns } from "./testing/traces";

const panel = (found: Panel["trace"]): Panel => ({ model: "gil", title: "GIL", trace: found });

function at(ms: number, found = trace()): string | undefined {
  return readings([panel(found)], ms)[0]?.text;
}

test.each([
  [0.5, "workers 0 and 1 starting"],
  [2, "worker 0 running; worker 1 waiting for the lock"],
  [10, "worker 0 running; worker 1 done"],
  [11, "had ended"],
])("at %f ms: %s", (ms, text) => {
  expect(at(ms)).toBe(text);
});

test("a merged segment tells what it is merged from", () => {
  expect(at(6)).toBe(
    "worker 0 waiting for the lock; worker 1 in 3 merged pieces: 80 % running, 7 % waiting for the lock and 13 % blocked",
  );
});

test("workers that do the same are told together", () => {
  expect(at(2, turns(8, 5, 100))).toBe("worker 0 running; workers 1–7 waiting for the lock");
});

test.each([
  [[3], "worker 3"],
  [[0, 1], "workers 0 and 1"],
  [[5, 0, 2, 1], "workers 0–2 and 5"],
  [[0, 2, 4], "workers 0, 2 and 4"],
])("%j is %s", (workers, text) => {
  expect(workersText(workers)).toBe(text);
});
