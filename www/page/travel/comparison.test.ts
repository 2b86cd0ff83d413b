import { expect, test } from "vitest";
import type { Report } from "../../generated/types";
import { models, report, result } from "../testing/report";
import { textOf } from "../testing/text";
import { comparison } from "./comparison";

const here = report([
  result("sequential", 2, [100], null),
  result("gil", 2, [101], { value: 0.99, low: 0.97, high: 1.01 }),
]);
const there = report(
  [
    result("sequential", 2, [900], null),
    result("subinterpreters", 2, [460], { value: 1.95, low: 1.9, high: 2 }),
  ],
  { environment: { ...here.environment, build: "cpython", version: "3.14.1" } },
);

function rowsOf(theirs: Report): string[] {
  const text = textOf(comparison(theirs, here, models)).replaceAll(/<[^>]*>/g, " ");
  return text.split(/\n/).map((line) => line.replaceAll(/\s+/g, " ").trim());
}

test("what only one of the two has run is shown as such", () => {
  const text = rowsOf({
    ...there,
    plan: { ...there.plan, models: ["sequential", "subinterpreters"] },
  });
  expect(text.join(" ")).toContain("CPython 3.14.1 and here");
  expect(text.join(" ")).toContain("Sequential baseline baseline 900 100");
  expect(text.join(" ")).toContain("subinterpreters 1.95× 1.90 – 2.00 not run 460 –");
  expect(text.join(" ")).toContain("Threads with a GIL not run 0.99× 0.97 – 1.01 – 101");
});

test("two experiments that differ are told apart", () => {
  expect(rowsOf(there).join(" ")).not.toContain("two experiments");
  const other = { ...there, plan: { ...there.plan, args: { n: 7 } } };
  expect(rowsOf(other).join(" ")).toContain("These are two experiments: there countdown · n = 7 ");
});
