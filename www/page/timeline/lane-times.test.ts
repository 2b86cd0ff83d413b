import { expect, test } from "vitest";
import { lane } from "../testing/report";
import { segmentAt, sharesBetween, startOf, STATES, timesOf } from "./lane-times";
import { anyLane, seeded } from "./testing/traces";

const short = lane(0, [
  ["starting", 1],
  ["running", 5],
  ["waiting", 5],
  ["running", 10],
]);

test.each([
  [0, 0],
  [0.5, 0],
  [1, 1],
  [4.999, 1],
  [5, 3],
  [9.999, 3],
  [10, 4],
  [99, 4],
])("the segment at %f ms is number %i", (ms, segment) => {
  expect(segmentAt(short, ms)).toBe(segment);
});

test("a segment is found wherever one begins to look", () => {
  const long = anyLane(0, 1000, 100, 1);
  const random = seeded(2);
  for (let round = 0; round < 500; round += 1) {
    const ms = random() * 100;
    const expected = long.endsMs.findIndex((end) => end > ms);
    const from = Math.floor(random() * (expected + 1));
    expect(segmentAt(long, ms)).toBe(expected);
    expect(segmentAt(long, ms, from)).toBe(expected);
  }
});

test("shares of any stretch add up to it, merged segments or not", () => {
  const times = timesOf(anyLane(0, 1000, 100, 3));
  const random = seeded(4);
  for (let round = 0; round < 200; round += 1) {
    const [startMs = 0, endMs = 0] = [random() * 100, random() * 100].toSorted((a, b) => a - b);
    const shares = sharesBetween(times, segmentAt(times.lane, startMs), startMs, endMs);
    const sum = shares.reduce((total, { ms }) => total + ms, 0);
    expect(sum).toBeCloseTo(endMs - startMs, 6);
  }
});

test("a merged segment counts as what it says, its rest as start or end", () => {
  const parts = { runningMs: 2, waitingMs: 1, blockedMs: 1, unlockedMs: 0 };
  const merged = { segment: 0, count: 3, ...parts };
  const times = timesOf({
    ...lane(0, [
      ["running", 5],
      ["joining", 6],
    ]),
    merged: [merged],
  });
  expect(sharesBetween(times, 0, 0, 6)).toEqual([
    { state: "running", ms: 2 },
    { state: "waiting", ms: 1 },
    { state: "sleeping", ms: 1 },
    { state: "starting", ms: 1 },
    { state: "joining", ms: 1 },
  ]);
});

test("time without the lock is told apart, as a segment and within a merged one", () => {
  const parts = { runningMs: 1, waitingMs: 0.5, blockedMs: 0, unlockedMs: 2.5 };
  const times = timesOf({
    ...lane(0, [
      ["running", 1],
      ["unlocked", 4],
      ["unlocked", 8],
    ]),
    merged: [{ segment: 2, count: 3, ...parts }],
  });
  expect(sharesBetween(times, 0, 0, 8)).toEqual([
    { state: "running", ms: 2 },
    { state: "unlocked", ms: 5.5 },
    { state: "waiting", ms: 0.5 },
  ]);
  expect(sharesBetween(times, 1, 2, 3)).toEqual([{ state: "unlocked", ms: 1 }]);
});

test("only states that occur are added up", () => {
  expect(timesOf(short).sums.map(([state]) => state)).toEqual(["running", "starting"]);
  expect(startOf(short, 0)).toBe(0);
  expect(STATES).toHaveLength(8);
});
