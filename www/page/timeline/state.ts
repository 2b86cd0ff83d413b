import type { HandOff, ModelInfo, Report } from "../../generated/types";
import {
  chosenOf,
  durationOf,
  firstChoice,
  lockPanel,
  panelsOf,
  workerCounts,
  type Choice,
  type Panel,
} from "./panels";
import { usualReplay, type Replay } from "./speeds";
import {
  clamp,
  including,
  limitsOf,
  panned,
  spanOf,
  wholeRun,
  zoomed,
  type Limits,
  type View,
} from "./view";

/** What the reader has chosen to see, and what follows from that. */
export interface State {
  readonly choice: Choice;
  /** All models' traces of so many workers. */
  readonly offered: readonly Panel[];
  /** Those that are shown. */
  readonly panels: readonly Panel[];
  readonly limits: Limits;
  readonly view: View;
  /** The instant that is read out. */
  readonly cursorMs: number;
  /** The hand-off that is told of. */
  readonly chosen: number | null;
  /** The thread that is told of, if the lanes are threads. */
  readonly lane: number;
  readonly replay: Replay;
}

/** The whole run of what was chosen before, if this report has it. */
export function opened(
  report: Report,
  models: readonly ModelInfo[],
  before: Choice | null = null,
): State {
  const hasIt = before !== null && workerCounts(report).includes(before.workers);
  const choice = hasIt ? before : firstChoice(report, models);
  const offered = panelsOf(report, models, choice.workers);
  const panels = chosenOf(offered, choice);
  const limits = limitsOf(durationOf(panels), report.environment.timerStepUs);
  return { choice, offered, panels, limits, ...beginning(panels, limits) };
}

/** The whole run of a script under several Pythons, on one axis. */
export function openedScript(
  offered: readonly Panel[],
  timerStepUs: number,
  before: Choice | null = null,
): State {
  const choice = before ?? { workers: 0, model: "all" };
  const panels = chosenOf(offered, choice);
  // One axis for all, so that what is shorter is seen to be shorter.
  const limits = limitsOf(durationOf(offered), timerStepUs);
  return { choice, offered, panels, limits, ...beginning(panels, limits) };
}

/** Something is told from the start, so that nothing has to be found out first. */
function beginning(
  panels: readonly Panel[],
  limits: Limits,
): Pick<State, "view" | "cursorMs" | "chosen" | "lane" | "replay"> {
  const first = lockPanel(panels)?.trace.handOffs[0];
  return {
    view: wholeRun(limits),
    cursorMs: doneAt(first) ?? limits.durationMs / 2,
    chosen: first === undefined ? null : 0,
    lane: first?.to ?? busiest(panels),
    replay: usualReplay(limits.durationMs),
  };
}

/** The thread that has most to do, but for the main thread, which mostly waits. */
function busiest(panels: readonly Panel[]): number {
  const lanes = panels[0]?.trace.lanes ?? [];
  const runs = lanes.map(({ timeUse }) => timeUse.runningMs + timeUse.waitingMs);
  const most = Math.max(0, ...runs.slice(1));
  return most > 0 ? runs.indexOf(most, 1) : 0;
}

export function handOffsOf({ panels }: State): readonly HandOff[] {
  return lockPanel(panels)?.trace.handOffs ?? [];
}

export function whole(state: State): State {
  return { ...state, view: wholeRun(state.limits) };
}

/** Nearer to the cursor if that is seen, otherwise to the middle. */
export function nearer(state: State, factor: number): State {
  return { ...state, view: zoomed(state.view, factor, focusOf(state), state.limits) };
}

export function along(state: State, part: number): State {
  return { ...state, view: panned(state.view, part, state.limits) };
}

/** The cursor moved by a part of what is seen, which follows it. */
export function cursorAlong(state: State, part: number): State {
  const to = focusOf(state) + part * spanOf(state.view);
  return cursorAt(state, clamp(to, 0, state.limits.durationMs));
}

/** The thread below or above. */
export function laneAlong(state: State, steps: 1 | -1): State {
  const lanes = Math.max(0, ...state.panels.map(({ trace }) => trace.lanes.length));
  return { ...state, lane: clamp(state.lane + steps, 0, lanes - 1) };
}

export function cursorAt(state: State, ms: number): State {
  return { ...state, cursorMs: ms, view: including(state.view, ms, state.limits) };
}

/** The next hand-off, or the one before: from the one that is told of, or from the cursor. */
export function stepped(state: State, direction: 1 | -1): State {
  const handOffs = handOffsOf(state);
  if (handOffs.length === 0) return state;
  const isTold = state.chosen !== null && doneAt(handOffs[state.chosen]) === state.cursorMs;
  const to =
    isTold && state.chosen !== null ? state.chosen + direction : nearestTo(state, direction);
  const chosen = clamp(to, 0, handOffs.length - 1);
  return { ...cursorAt(state, doneAt(handOffs[chosen]) ?? 0), chosen };
}

/** Clocks of different workers may disagree by a step, so that it is taken before it is dropped. */
function doneAt(handOff: HandOff | undefined): number | null {
  return handOff === undefined ? null : Math.max(handOff.droppedMs, handOff.takenMs);
}

/** From the cursor on if that is seen, otherwise from the side of the view that one enters by. */
function nearestTo(state: State, direction: 1 | -1): number {
  const { cursorMs, view } = state;
  const side = direction === 1 ? view.startMs : view.endMs;
  const from = isSeen(state, cursorMs) ? cursorMs : side;
  const handOffs = handOffsOf(state);
  if (direction === -1) return handOffs.findLastIndex(({ takenMs }) => takenMs < from);
  const next = handOffs.findIndex(({ takenMs }) => takenMs > from);
  return next === -1 ? handOffs.length - 1 : next;
}

function focusOf(state: State): number {
  const { cursorMs, view } = state;
  return isSeen(state, cursorMs) ? cursorMs : (view.startMs + view.endMs) / 2;
}

export function isSeen({ view }: State, ms: number): boolean {
  return ms >= view.startMs && ms <= view.endMs;
}

/** Are the lanes threads of a script? */
export function ofThreads({ panels }: Pick<State, "panels">): boolean {
  return panels.some(({ threads }) => threads !== undefined);
}

/** What a key does, or null if it is none of the timeline's. */
export function afterKey(state: State, key: string, isShifted: boolean): State | null {
  switch (key) {
    case "ArrowLeft":
      return isShifted ? cursorAlong(state, -0.01) : along(state, -0.1);
    case "ArrowRight":
      return isShifted ? cursorAlong(state, 0.01) : along(state, 0.1);
    case "ArrowDown":
      return ofThreads(state) ? laneAlong(state, 1) : null;
    case "ArrowUp":
      return ofThreads(state) ? laneAlong(state, -1) : null;
    case "+":
    case "=":
      return nearer(state, 1.5);
    case "-":
    case "_":
      return nearer(state, 1 / 1.5);
    case "Home":
      return along(state, -Infinity);
    case "End":
      return along(state, Infinity);
    case "0":
    case "Escape":
      return whole(state);
    case "n":
    case "N":
      return stepped(state, 1);
    case "p":
    case "P":
      return stepped(state, -1);
    default:
      return null;
  }
}
