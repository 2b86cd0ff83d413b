import { describe, expect, test } from "vitest";
import type { Awaited, Execution, Lane, Place, State } from "../../generated/types";
import { execution, lane as threadOf } from "../testing/execution";
import { lane } from "../testing/report";
import { layoutOf } from "../timeline/layout";
import type { Palette } from "../timeline/looks";
import { shapes } from "../timeline/shapes";
import { standingAt } from "../timeline/standing";
import { afterKey, openedScript } from "../timeline/state";
import { svgOf } from "../timeline/svg";
import { traceOf } from "../timeline/testing/traces";
import { panelsOf } from "./lanes";

const palette: Palette = {
  paper: "white",
  ink: "black",
  soft: "dimgray",
  rule: "silver",
  edge: "gray",
  models: {
    sequential: "slategray",
    gil: "orangered",
    "free-threaded": "seagreen",
    process: "royalblue",
    subinterpreters: "orchid",
    "gil-before-3.2": "purple",
  },
  font: "sans-serif",
};

function place(line: number, awaited: Awaited | null, rest: Partial<Place> = {}): Place {
  return { function: "work", line, awaited, holder: null, times: 1, ms: 1, ...rest };
}

/** A thread that waits for something in its second segment. */
function waiter(number: number, at: Place, until = 40): Lane {
  const found = lane(number, [
    ["starting", 10],
    ["running", 12],
    ["sleeping", until],
    ["running", 50],
    ["joining", 100],
  ]);
  return { ...found, places: [at], at: [null, null, 0, 0, null] };
}

function thread(id: number, name: string, rest: Partial<Execution["lanes"][number]> = {}) {
  return { ...threadOf(id, name), startMs: 10, endMs: 50, ...rest };
}

/** Two threads, and a process with one of its own, which has a lock that another one wants. */
function both(): Execution {
  const main = lane(0, [
    ["running", 12],
    ["waiting", 20],
    ["sleeping", 100],
  ]);
  const places = [place(9, null, { function: "<module>" }), place(20, "thread")];
  const lanes = [
    { ...main, places, at: [null, 0, 1] },
    waiter(1, place(14, "lock", { holder: 3 })),
    waiter(2, place(15, "time")),
    waiter(3, place(0, "message", { function: "" })),
    waiter(4, place(16, "result")),
  ];
  return execution({
    totalMs: 100,
    lanes: [
      thread(1, "MainThread", { parent: null, startMs: 0, endMs: 100 }),
      thread(2, "Thread-1 (work)"),
      thread(3, "Thread-2 (work)", { parent: 2 }),
      thread(100_001, "MainThread", { process: 1001, parent: null }),
      thread(100_002, "Thread-1", { process: 1001, parent: 100_001 }),
    ],
    processes: [
      { pid: 1001, name: "Process-1", parent: 1000, startMs: 10, endMs: 50, status: 0 },
    ],
    trace: traceOf(lanes, [
      { from: 0, to: 1, askedMs: null, askedBy: null, droppedMs: 12, takenMs: 12.1 },
    ]),
  });
}

function only(found: Execution) {
  const [panel] = panelsOf([found]);
  if (panel === undefined) throw new Error("there is no panel");
  return panel;
}

test("threads stand under the one that started them, processes under theirs, by name", () => {
  const { threads } = only(both());
  expect(threads?.map(({ name, depth }) => `${depth} ${name}`)).toEqual([
    "0 MainThread",
    "1 Thread-1 (work)",
    "2 Thread-2 (work)",
    "1 Process-1",
    "2 Thread-1",
  ]);
});

test("a run that was not recorded has none", () => {
  expect(panelsOf([execution()])).toEqual([]);
});

describe("what a thread does is told with its place and its length", () => {
  test.each([
    [0, 5, "MainThread runs, 12 ms", null],
    [0, 15, "MainThread waits for the GIL at line 9, 8 ms", 9],
    [0, 60, "MainThread waits for a thread to end at line 20 in work, 80 ms", 20],
    [1, 5, "Thread-1 (work) has not been started", null],
    [1, 20, "Thread-1 (work) waits for a lock that Thread-2 (work) held at line 14 in work, 28 ms", 14],
    [1, 45, "Thread-1 (work) runs from line 14 in work, 10 ms", 14],
    [2, 20, "Thread-2 (work) sleeps at line 15 in work, 28 ms", 15],
    [3, 20, "Process-1 waits for a message, 28 ms", null],
    [4, 20, "Thread-1 waits for a result at line 16 in work, 28 ms", 16],
    [4, 70, "Thread-1 has ended", null],
  ])("thread %d at %d ms: %s", (index, ms, text, line) => {
    expect(standingAt(only(both()), index, ms)).toEqual({ text, line });
  });
});

for (const width of [720, 320]) {
  test(`both Pythons are drawn on one axis, ${width} pixels wide`, () => {
    const panels = panelsOf([both(), { ...both(), runtime: "free-threaded" }]);
    const { view } = openedScript(panels, 5);
    const drawing = shapes(layoutOf(panels, { width, column: 1 }), view, 0);
    expect(svgOf(drawing, palette)).toMatchSnapshot();
    for (const { x, width: wide } of drawing.segments) expect(x + wide).toBeLessThanOrEqual(width);
  });
}

test("of many threads those are drawn that did most, and it is said how many are left", () => {
  const number = 100;
  const lanes = Array.from({ length: number }, (_, index): Lane => {
    const runs: [State, number][] = [["starting", 10], ["running", 11 + index / 10], ["joining", 50]];
    return lane(index, runs);
  });
  const found = execution({
    lanes: lanes.map((_, index) => thread(index + 1, index === 0 ? "MainThread" : `t${index}`)),
    trace: traceOf(lanes, [
      { from: 98, to: 99, askedMs: null, askedBy: null, droppedMs: 12, takenMs: 12.1 },
      { from: 3, to: 99, askedMs: null, askedBy: null, droppedMs: 14, takenMs: 14.1 },
      { from: 98, to: 99, askedMs: null, askedBy: null, droppedMs: 16, takenMs: 19 },
    ]),
  });
  const { threads, trace, left, whole } = only(found);
  expect(threads).toHaveLength(20);
  expect(threads?.[0]?.name).toBe("MainThread");
  expect(threads?.at(-1)?.name).toBe("t99");
  expect(trace.handOffs.map(({ from, to }) => [from, to])).toEqual([[18, 19]]);
  expect(left).toBe("and 80 more threads, which did less");
  expect(whole?.lanes).toHaveLength(number);
});

test("the one that did most is told of first, and keys choose another one", () => {
  const start = openedScript(panelsOf([both()]), 5);
  expect(start.lane).toBe(1);
  expect(afterKey(start, "ArrowDown", false)?.lane).toBe(2);
  expect(afterKey(start, "ArrowUp", false)?.lane).toBe(0);
});
