/** What happened, in sentences. */
import type { HandOff } from "../../generated/types";
import { sentenceOf } from "../format";

/** What workers and their lock are called. */
export interface HandOffWords {
  readonly name: (lane: number) => string;
  readonly lock: string;
}

/** How the lock went from one worker to another. */
export function handOffSentence(
  handOff: HandOff,
  timerStepUs: number,
  { name, lock }: HandOffWords = { name: (lane) => `worker ${lane}`, lock: "lock" },
): string {
  const { from, to, askedMs, askedBy, droppedMs, takenMs } = handOff;
  const step = `within the clock's step of ${micros(timerStepUs)} µs`;
  const taking = delay(takenMs - droppedMs, timerStepUs);
  if (askedMs === null || askedBy === null) {
    const at = instant(droppedMs, timerStepUs);
    const then = taking === null ? step : `${taking} after that`;
    return sentenceOf(
      `${name(from)} let the ${lock} go by itself, to wait, to work without it or at its end, at ${at}; ${name(to)} had it ${then}`,
    );
  }
  const dropping = delay(droppedMs - askedMs, timerStepUs);
  const asked = `${name(askedBy)} asked for the ${lock} at ${instant(askedMs, timerStepUs)}`;
  const dropped = `${name(from)} let go at its next check, ${dropping === null ? step : `${dropping} later`}`;
  const sooner = taking === null && dropping === null ? "within another" : step;
  const taken = taking === null ? sooner : `${taking} after that`;
  // Whoever asked need not be the one who gets it.
  const first = askedBy === to ? "" : " first,";
  return sentenceOf(`${asked}; ${dropped}; ${name(to)} had it${first} ${taken}`);
}

/** A time since the start of a run, to as many digits as tell the clock's steps apart. */
export function instant(ms: number, timerStepUs: number): string {
  const digits = timerStepUs < 10 ? 3 : timerStepUs < 100 ? 2 : 1;
  return `${withDigits[digits].format(ms)} ms`;
}

const withDigits = {
  1: fixed(1),
  2: fixed(2),
  3: fixed(3),
} as const;

function fixed(digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Null if it is shorter than the clock can tell. */
function delay(ms: number, timerStepUs: number): string | null {
  const us = ms * 1000;
  // Steps are measured, and differ a little; one of them is still one.
  if (us < timerStepUs * 0.9) return null;
  return us < 1000 ? `${micros(us)} µs` : `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
}

function micros(us: number): string {
  return us < 1 ? us.toFixed(1) : us.toFixed(0);
}
