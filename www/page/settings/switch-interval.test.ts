import { expect, test } from "vitest";
import { nearestStop, STOPS } from "./switch-interval";

test("the stops go from 1 µs to 100 ms, each about twice the one before", () => {
  expect(STOPS[0]).toBe(0.001);
  expect(STOPS.at(-1)).toBe(100);
  for (const [index, stop] of STOPS.slice(1).entries()) {
    expect(stop / (STOPS[index] ?? 0)).toBeCloseTo(2.2, 0);
  }
});

test.each([
  [5, 5],
  [0.0001, 0.001],
  [0.3, 0.2],
  [3.5, 5],
  [10_000, 100],
])("an interval of %f ms is shown near %f", (ms, stop) => {
  expect(STOPS[nearestStop(ms)]).toBe(stop);
});
