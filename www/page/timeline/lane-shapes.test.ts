import { describe, expect, test } from "vitest";
import type { Lane } from "../../generated/types";
import { lane } from "../testing/report";
import type { Drawn } from "./drawing";
import { laneShapes, type Place } from "./lane-shapes";
import { segmentAt, sharesBetween, timesOf } from "./lane-times";
import { anyLane, seeded } from "./testing/traces";
import { spanOf, type View } from "./view";

const WIDTH = 500;
const place: Place = { x: 70, y: 10, width: WIDTH, height: 20, column: 1 };

/** Milliseconds of each state, as they are drawn. */
function drawn(found: Lane, view: View, column = 1): Map<Drawn, number> {
  const { segments, runs } = laneShapes(found, "gil", view, { ...place, column });
  const times = new Map<Drawn, number>();
  const add = (state: Drawn, ms: number): unknown => times.set(state, (times.get(state) ?? 0) + ms);
  for (const { state, width } of segments) add(state, (width / WIDTH) * spanOf(view));
  for (const { state, ms } of runs.flatMap((run) => run.columns.flatMap(({ shares }) => shares))) {
    add(state, ms);
  }
  return times;
}

function expectTimesKept(found: Lane, view: View, column?: number): void {
  const times = drawn(found, view, column);
  const start = segmentAt(found, view.startMs);
  for (const { state, ms } of sharesBetween(timesOf(found), start, view.startMs, view.endMs)) {
    expect(times.get(state) ?? 0).toBeCloseTo(ms, 6);
  }
}

describe("aggregation", () => {
  test("keeps every state's time, whatever is seen", () => {
    const found = anyLane(0, 5000, 1000, 7);
    const random = seeded(8);
    expectTimesKept(found, { startMs: 0, endMs: 1000 });
    for (let round = 0; round < 100; round += 1) {
      const span = 1000 * random() ** 6 + 0.01;
      const startMs = (1000 - span) * random();
      expectTimesKept(found, { startMs, endMs: startMs + span }, 1 + random());
    }
  });

  test("leaves no gap and overlaps nothing", () => {
    const { segments, runs } = laneShapes(
      anyLane(0, 3000, 100, 5),
      "gil",
      { startMs: 20, endMs: 60 },
      place,
    );
    const boxes = [...segments, ...runs.flatMap(({ columns }) => columns)];
    let x = place.x;
    for (const box of boxes.toSorted((one, other) => one.x - other.x)) {
      expect(box.x).toBeCloseTo(x, 4);
      x = box.x + box.width;
    }
    expect(x).toBeCloseTo(place.x + WIDTH, 4);
  });

  test("bounds the shapes of 50,000 segments by the width, at any zoom", () => {
    const found = anyLane(0, 50_000, 1000, 9);
    for (let span = 1000; span > 0.1; span /= 3) {
      const view = { startMs: 400, endMs: Math.min(1000, 400 + span) };
      const { segments, runs } = laneShapes(found, "gil", view, place);
      const columns = runs.reduce((sum, run) => sum + run.columns.length, 0);
      expect(segments.length).toBeLessThanOrEqual(WIDTH + 2);
      expect(columns).toBeLessThanOrEqual(2 * WIDTH + 2);
    }
  });
});

describe("a lane", () => {
  const found = lane(0, [
    ["starting", 1],
    ["running", 60],
    ["waiting", 60.05],
    ["running", 100],
  ]);
  const view = { startMs: 0, endMs: 100 };

  test("is drawn segment by segment where they are wide enough", () => {
    const { segments, runs } = laneShapes(found, "gil", view, place);
    expect(segments.map(({ state, x, width }) => [state, x, width])).toEqual([
      ["starting", 70, 5],
      ["running", 75, 295],
      ["running", expect.closeTo(370.25), expect.closeTo(199.75)],
    ]);
    expect(runs).toHaveLength(1);
    expect(runs[0]?.columns).toEqual([
      {
        x: 370,
        width: expect.closeTo(0.25),
        shares: [{ state: "waiting", ms: expect.closeTo(0.05) }],
      },
    ]);
  });

  test("is cut at the sides of the view", () => {
    const { segments } = laneShapes(found, "gil", { startMs: 10, endMs: 20 }, place);
    expect(segments).toEqual([
      { model: "gil", state: "running", x: 70, y: 10, width: WIDTH, height: 20 },
    ]);
  });

  test("ends where the run does", () => {
    const { segments } = laneShapes(found, "gil", { startMs: 0, endMs: 200 }, place);
    const last = segments.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(70 + WIDTH / 2);
  });

  test("shows a merged segment as merged, however wide it is", () => {
    const merged = [{ segment: 1, count: 9, runningMs: 30, waitingMs: 29, blockedMs: 0, unlockedMs: 0 }];
    const { segments, runs } = laneShapes({ ...found, merged }, "gil", view, place);
    expect(segments.map(({ state }) => state)).toEqual(["starting", "running"]);
    expect(runs[0]?.columns[0]).toEqual({
      x: 75,
      width: 295,
      shares: [
        { state: "running", ms: 30 },
        { state: "waiting", ms: 29 },
      ],
    });
  });
});
