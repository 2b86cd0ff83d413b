import { expect, test } from "vitest";
import { named } from "./names";
import { models, report, result } from "./testing/report";

const here = models.map((model) =>
  Object.assign({}, model, { substitute: model.id === "gil" ? "messages" : null }),
);

test("a model is called by what stands in for shared memory here", () => {
  expect(named(here).map(({ title }) => title)).toEqual([
    "Sequential",
    "Threads with a GIL passed by messages",
    "Free-threaded threads",
    "Processes",
  ]);
});

test("in a report it is called by what stood in there", () => {
  const found = report([
    result("gil", 2, [1], null),
    { ...result("free-threaded", 2, [1], null), substitute: "unshared" },
  ]);
  expect(named(here, found).map(({ title }) => title)).toEqual([
    "Sequential",
    "Threads with a GIL",
    "Free-threaded threads without shared memory",
    "Processes",
  ]);
});
