import { textWidth } from "../charts/text";
import type { Drawn, Line, MergedRun, Segment, Text } from "./drawing";
import { drawnAs } from "./lane-shapes";
import { timesOf } from "./lane-times";
import { hasGil, hasLock, lockPanel, type Panel } from "./panels";
import { SMALL, soft } from "./texts";

export interface Legend {
  segments: Segment[];
  runs: MergedRun[];
  lines: Line[];
  texts: Text[];
  bottom: number;
}

const NAMES: readonly (readonly [readonly Drawn[], string])[] = [
  [["running"], "running"],
  [["waiting"], "waiting for the lock"],
  [["ready"], "ready, waiting for the event loop"],
  [["sleeping"], "blocked: sleep, lock or queue"],
  [["locked"], "waiting for a lock of the program"],
  [["awaiting"], "waiting for another thread or process"],
  [["unlocked"], "running without the lock"],
  [["starting"], "starting"],
  [["copying-in"], "copying in"],
  [["copying-out"], "copying out"],
  [["joining"], "done, until the run ends"],
];

const SWATCH = { width: 22, height: 12 };
const ROW = 21;
const GAP = 18;

/** What looks mean what: the states that occur, and always what merging looks like. */
export function legend(panels: readonly Panel[], width: number, top: number): Legend {
  const key: Legend = { segments: [], runs: [], lines: [], texts: [], bottom: top };
  let x = 0;
  let y = top;
  const entry = (name: string, draw: (left: number, top: number) => void): void => {
    const length = SWATCH.width + 6 + textWidth(name, SMALL);
    if (x > 0 && x + length > width) {
      x = 0;
      y += ROW;
    }
    draw(x, y);
    key.texts.push(soft(x + SWATCH.width + 6, y + 10, name, "start"));
    x += length + GAP;
  };

  const occurring = occurringIn(panels);
  const withLock = panels.toSorted((one, other) => Number(hasLock(other)) - Number(hasLock(one)));
  for (const [states, name] of NAMES) {
    const [state] = states;
    if (state === undefined || !states.some((one) => occurring.has(one))) continue;
    entry(nameOf(state, name, panels), (left, at) => {
      // Running has a colour for each model, and so has its swatch.
      const models = state === "running" ? panels : withLock.slice(0, 1);
      const part = SWATCH.width / models.length;
      models.forEach(({ model }, index) => {
        const box = { x: left + index * part, y: at, width: part, height: SWATCH.height };
        key.segments.push({ ...box, model, state });
      });
    });
  }
  entry("pieces narrower than a pixel, by their shares", (left, at) => {
    const { model = "gil" } = withLock[0] ?? {};
    const other = occurring.has("waiting") ? "waiting" : "joining";
    const shares = [
      { state: "running", ms: 3 },
      { state: other, ms: 2 },
    ] as const;
    const box = { x: left, y: at, ...SWATCH };
    key.runs.push({ ...box, model, columns: [{ x: left, width: SWATCH.width, shares }] });
  });
  if (lockPanel(panels) !== null) {
    entry(panels.some(({ threads }) => threads !== undefined) ? "hand-off of the GIL" : "hand-off of the lock", (left, at) => {
      const middle = left + SWATCH.width / 2;
      key.lines.push({
        kind: "hand-off",
        x1: middle - 2,
        y1: at,
        x2: middle + 2,
        y2: at + SWATCH.height,
      });
    });
  }
  key.bottom = y + ROW;
  return key;
}

/** All that is drawn. */
function occurringIn(panels: readonly Panel[]): ReadonlySet<Drawn> {
  const found = new Set<Drawn>();
  for (const { trace, threads } of panels) {
    trace.lanes.forEach((lane, at) => {
      if (threads === undefined) for (const [state] of timesOf(lane).sums) found.add(state);
      else lane.states.forEach((_, segment) => found.add(drawnAs(lane, segment, threads[at]?.isTask)));
    });
    // Threads of scripts are not drawn when they have ended.
    if (threads !== undefined) found.delete("joining");
  }
  return found;
}

/** Of threads it is known what they are blocked by. */
function nameOf(state: Drawn, name: string, panels: readonly Panel[]): string {
  const isOfThreads = panels.some(({ threads }) => threads !== undefined);
  if (!isOfThreads) return name;
  if (state === "sleeping") return "asleep";
  if (state !== "waiting") return name;
  // Without one, more threads than there are cores for them wait for one of those.
  const isElsewhere = panels.some(
    ({ model, trace, threads }) =>
      !hasGil(model) && trace.lanes.some(({ timeUse }, at) => timeUse.waitingMs > 0 && threads?.[at]?.isTask !== true),
  );
  return isElsewhere ? "waiting for the GIL, or for a turn without it" : "waiting for the GIL";
}
