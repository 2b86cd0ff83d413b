/** Where the threads of a run stand in the program, at an instant. */

export interface ThreadMark {
  /** From 1. */
  readonly line: number;
  /** Which thread, from 1. */
  readonly number: number;
  /** What it does. */
  readonly title: string;
  /** Has it the GIL? */
  readonly hasLock: boolean;
}

/** More than that at one line are one mark. */
const MOST = 2;
/** Degrees between the colours of threads with neighbouring numbers. */
const TURN = 137.5;

/** The marks of each line. */
export function byLine(marks: readonly ThreadMark[]): Map<number, ThreadMark[]> {
  const lines = new Map<number, ThreadMark[]>();
  for (const mark of marks) lines.set(mark.line, [...(lines.get(mark.line) ?? []), mark]);
  return new Map([...lines].toSorted(([one], [other]) => one - other));
}

/** The marks of one line, as they stand beside it. */
export function marksElement(marks: readonly ThreadMark[]): HTMLElement {
  const element = document.createElement("span");
  element.className = "thread-marks";
  element.title = marks.map(({ title }) => title).join("\n");
  if (marks.length > MOST) {
    const hasLock = marks.some((mark) => mark.hasLock);
    element.append(badge(`×${marks.length}`, null, hasLock));
  } else {
    element.append(...marks.map(({ number, hasLock }) => badge(String(number), number, hasLock)));
  }
  return element;
}

function badge(text: string, number: number | null, hasLock: boolean): HTMLElement {
  const element = document.createElement("span");
  element.className = hasLock ? "thread-mark has-lock" : "thread-mark";
  element.textContent = text;
  if (number !== null) element.style.setProperty("--hue", hueOf(number));
  return element;
}

export function hueOf(number: number): string {
  return String((number * TURN) % 360);
}
