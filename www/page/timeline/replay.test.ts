import { expect, test } from "vitest";
import type { Execution } from "../../generated/types";
import { panelsOf } from "../script/lanes";
import { execution, lane } from "../testing/execution";
import { changed, holderAt, played, scrubbed, standings, toggled } from "./replay";
import { usualReplay } from "./speeds";
import { openedScript, type State } from "./state";

const NO_TIME = {
  startingMs: 0,
  copyingInMs: 0,
  runningMs: 0,
  waitingMs: 0,
  blockedMs: 0,
  unlockedMs: 0,
  copyingOutMs: 0,
  joiningMs: 0,
};

function traced(rest: Partial<Execution> = {}): Execution {
  const of = (worker: number, states: readonly ("running" | "waiting")[]) => ({
    worker,
    states: [...states],
    endsMs: [10, 30, 40],
    merged: [],
    timeUse: NO_TIME,
    places: [{ function: "f", line: 3 + worker, awaited: null, holder: null, times: 0, ms: 0 }],
    at: [0, 0, 0],
  });
  const lanes = [of(0, ["running", "waiting", "running"]), of(1, ["waiting", "running", "waiting"])];
  const trace = { durationMs: 40, lanes, handOffs: [], handOffsTotal: 0, timeUse: NO_TIME };
  const threads = [lane(1, "Main", 40), lane(2, "Other", 40)];
  return execution({ totalMs: 40, trace, lanes: threads, ...rest });
}

function state(): State {
  return openedScript(panelsOf([traced()]), 1);
}

test("it plays from the start, at its speed, to the end", () => {
  const begun = toggled(state());
  expect(begun).toMatchObject({ cursorMs: 0, replay: { isPlaying: true, isOn: true } });
  const { speed } = begun.replay;
  expect(40 / speed).toBeGreaterThan(10_000);
  expect(played(begun, 1000).cursorMs).toBeCloseTo(1000 * speed);
  expect(played(begun, 1e9)).toMatchObject({ cursorMs: 40, replay: { isPlaying: false } });
  expect(toggled(played(begun, 1e9)).cursorMs).toBe(0);
  const paused = toggled(played(begun, 1000));
  expect(paused.replay.isPlaying).toBe(false);
  expect(toggled(paused).cursorMs).toBe(paused.cursorMs);
});

const at = (ms: number): State => scrubbed(state(), ms);

test("steps go to the next change of anything", () => {
  expect(changed(at(0), 1).cursorMs).toBe(10);
  expect(changed(at(10), 1).cursorMs).toBe(30);
  expect(changed(at(0), 1, [4]).cursorMs).toBe(4);
  expect(changed(at(30), -1).cursorMs).toBe(10);
  expect(changed(at(35), -1).cursorMs).toBe(30);
  expect(changed(at(10), -1).cursorMs).toBe(0);
  expect(changed(at(39), 1).cursorMs).toBe(40);
});

test("threads stand at lines, and one has the lock", () => {
  const [panel] = panelsOf([traced()]);
  if (panel === undefined) throw new Error("there is none");
  expect(holderAt(panel, 5)).toBe(0);
  expect(holderAt(panel, 15)).toBe(1);
  expect(standings(panel, 15)).toMatchObject([
    { number: 1, line: 3, hasLock: false, text: expect.stringContaining("Main waits for the GIL") },
    { number: 2, line: 4, hasLock: true },
  ]);
  const [free] = panelsOf([traced({ runtime: "free-threaded" })]);
  expect(free && holderAt(free, 5)).toBeNull();
});

test("a long run is replayed faster", () => {
  expect(usualReplay(20).speed).toBe(0.001);
  expect(usualReplay(1500).speed).toBe(0.1);
  expect(usualReplay(60_000).speed).toBe(1);
});
