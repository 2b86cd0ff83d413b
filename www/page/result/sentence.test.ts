import { expect, test } from "vitest";
import { models, report, result } from "../testing/report";
import { sentence } from "./sentence";

test("tells of the most workers, faster first, and of what cannot be told apart", () => {
  const found = report([
    result("sequential", 1, [100], null),
    result("gil", 1, [100], { value: 0.5, low: 0.4, high: 0.6 }),
    result("sequential", 2, [100], null),
    result("gil", 2, [100], { value: 0.99, low: 0.97, high: 1.01 }),
    result("free-threaded", 2, [50], { value: 1.92, low: 1.88, high: 1.96 }),
    result("process", 2, [55], { value: 1.85, low: 1.8, high: 1.9 }),
  ]);
  expect(sentence(found, models)).toBe(
    "With 2 workers, free-threaded threads (1.92×) and processes (1.85×) ran faster than sequential; threads with a GIL (0.99×) could not be distinguished from no change.",
  );
});

test("goes by the numbers, not by the model", () => {
  const found = report([
    result("sequential", 2, [100], null),
    result("free-threaded", 2, [200], { value: 0.5, low: 0.45, high: 0.55 }),
  ]);
  expect(sentence(found, models)).toBe(
    "With 2 workers, free-threaded threads (0.50×) ran slower than sequential.",
  );
});

test("has nothing to compare when only the baseline ran", () => {
  expect(sentence(report([result("sequential", 1, [100], null)]), models)).toContain("nothing to compare");
});
