/** The part of the run that is seen, in milliseconds from its start. */
export interface View {
  readonly startMs: number;
  readonly endMs: number;
}

/** What a view may be. */
export interface Limits {
  /** The longest run shown. */
  readonly durationMs: number;
  /** The shortest stretch of time that fills the width. */
  readonly shortestMs: number;
}

/** So many steps of the clock fill the width at the most: beyond, there is nothing to see. */
const STEPS = 20;

export function limitsOf(durationMs: number, timerStepUs: number): Limits {
  return { durationMs, shortestMs: Math.min(durationMs, (STEPS * timerStepUs) / 1000) };
}

export function wholeRun({ durationMs }: Limits): View {
  return { startMs: 0, endMs: durationMs };
}

export function spanOf({ startMs, endMs }: View): number {
  return endMs - startMs;
}

/** Moved by a part of what is seen. */
export function panned(view: View, part: number, limits: Limits): View {
  return startingAt(view.startMs + part * spanOf(view), spanOf(view), limits);
}

/** Brought nearer `factor` times; the instant `atMs` stays where it is. */
export function zoomed(view: View, factor: number, atMs: number, limits: Limits): View {
  const span = clamp(spanOf(view) / factor, limits.shortestMs, limits.durationMs);
  const part = (atMs - view.startMs) / spanOf(view);
  return startingAt(atMs - part * span, span, limits);
}

/** The same view if it shows that instant, otherwise one with it in the middle. */
export function including(view: View, ms: number, limits: Limits): View {
  if (ms >= view.startMs && ms <= view.endMs) return view;
  return startingAt(ms - spanOf(view) / 2, spanOf(view), limits);
}

function startingAt(startMs: number, span: number, { durationMs }: Limits): View {
  const start = clamp(startMs, 0, durationMs - span);
  return { startMs: start, endMs: start + span };
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
