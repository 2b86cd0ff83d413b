import { describe, expect, test } from "vitest";
import type { Report } from "../../generated/types";
import { models, report, result } from "../testing/report";
import { panelsOf, workerCounts } from "./panels";
import { afterKey, cursorAt, nearer, opened, stepped, whole, type State } from "./state";
import { turns } from "./testing/traces";

function traced(...counts: number[]): Report {
  return report(
    counts.flatMap((workers) => [
      { ...result("sequential", workers, [100], null), trace: turns(1, 5, 100) },
      { ...result("gil", workers, [100], null), trace: turns(workers, 5, 100) },
    ]),
  );
}

const start = opened(traced(1, 2), models);

function press(state: State, ...keys: string[]): State {
  return keys.reduce((before, key) => afterKey(before, key, false) ?? before, state);
}

describe("what is shown", () => {
  test("first: the most workers, all models, the whole run, the first hand-off", () => {
    expect(start.choice).toEqual({ workers: 2, model: "all" });
    expect(start.panels.map(({ model }) => model)).toEqual(["sequential", "gil"]);
    expect(start.view).toEqual({ startMs: 0, endMs: 100 });
    expect(start.chosen).toBe(0);
  });

  test("only the model with a lock where all lanes are too many to read", () => {
    expect(opened(traced(32), models).choice).toEqual({ workers: 32, model: "gil" });
  });

  test("one model where it is chosen, and what was chosen before if there is that", () => {
    const chosen = opened(traced(1, 2), models, { workers: 1, model: "gil" });
    expect(chosen.panels.map(({ model, trace }) => [model, trace.lanes.length])).toEqual([
      ["gil", 1],
    ]);
    expect(chosen.offered).toHaveLength(2);
    expect(opened(traced(4), models, { workers: 1, model: "gil" }).choice.workers).toBe(4);
  });

  test("nothing of results without a trace", () => {
    const untraced = report([result("gil", 2, [1], null)]);
    expect(workerCounts(untraced)).toEqual([]);
    expect(panelsOf(untraced, models, 2)).toEqual([]);
  });

  test("nothing of a recording, which keeps only how the time was used", () => {
    const trace = turns(2, 5, 100);
    const lanes = trace.lanes.map((lane) => ({ ...lane, states: [], endsMs: [] }));
    const kept = { ...result("gil", 2, [1], null), trace: { ...trace, lanes, handOffs: [] } };
    expect(workerCounts(report([kept]))).toEqual([]);
    expect(panelsOf(report([kept]), models, 2)).toEqual([]);
  });
});

describe("stepping", () => {
  test("goes from hand-off to hand-off, and the cursor with it", () => {
    const third = press(start, "n", "n");
    expect(third.chosen).toBe(2);
    expect(third.cursorMs).toBeCloseTo(15.212);
    expect(press(third, "p").chosen).toBe(1);
  });

  test("stops at both ends", () => {
    expect(press(start, "p").chosen).toBe(0);
    const last = stepped(cursorAt(start, 99), 1);
    expect(press(last, "n", "n").chosen).toBe(last.chosen);
  });

  test("goes on from where the cursor was put", () => {
    expect(stepped(cursorAt(start, 50), 1).cursorMs).toBeCloseTo(50.212);
    expect(stepped(cursorAt(start, 50), -1).cursorMs).toBeCloseTo(45.212);
    expect(stepped(cursorAt(start, 2), -1).chosen).toBe(0);
  });

  test("reads what is done when it is over, even by clocks that disagree", () => {
    const gil = turns(2, 5, 100);
    const handOffs = gil.handOffs.map((handOff) => ({ ...handOff, takenMs: handOff.askedMs ?? 0 }));
    const results = [{ ...result("gil", 2, [100], null), trace: { ...gil, handOffs } }];
    const first = opened(report(results), models);
    expect(first.cursorMs).toBeCloseTo(5.203);
    expect(press(first, "n").chosen).toBe(1);
  });

  test("takes the view along", () => {
    const near = nearer(start, 20);
    const next = press(near, "n");
    expect(next.view.startMs).toBeLessThan(next.cursorMs);
    expect(next.view.endMs).toBeGreaterThan(next.cursorMs);
    expect(next.view.endMs - next.view.startMs).toBeCloseTo(5);
  });
});

describe("keys", () => {
  test("move and zoom, within the run", () => {
    const near = press(cursorAt(start, 50), "+", "+");
    expect(near.view.endMs - near.view.startMs).toBeCloseTo(100 / 2.25);
    expect((50 - near.view.startMs) / (near.view.endMs - near.view.startMs)).toBeCloseTo(0.5);
    expect(press(near, "ArrowRight").view.startMs).toBeCloseTo(near.view.startMs + 100 / 22.5);
    expect(press(near, "Home").view.startMs).toBe(0);
    expect(press(near, "End").view.endMs).toBeCloseTo(100);
    expect(press(near, "Escape").view).toEqual({ startMs: 0, endMs: 100 });
    expect(press(start, "ArrowLeft", "-").view).toEqual({ startMs: 0, endMs: 100 });
  });

  test("move the cursor, with shift", () => {
    expect(afterKey(cursorAt(start, 50), "ArrowRight", true)?.cursorMs).toBeCloseTo(51);
    expect(afterKey(cursorAt(start, 0), "ArrowLeft", true)?.cursorMs).toBe(0);
  });

  test("do not come nearer than the clock can tell", () => {
    const nearest = nearer(start, 1e9);
    expect(nearest.view.endMs - nearest.view.startMs).toBeCloseTo(0.1);
    expect(whole(nearest).view).toEqual({ startMs: 0, endMs: 100 });
  });

  test("that are others are left to the page", () => {
    expect(afterKey(start, "Tab", false)).toBeNull();
    expect(afterKey(start, "ArrowDown", false)).toBeNull();
  });
});
