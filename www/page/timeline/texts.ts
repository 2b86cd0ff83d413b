import type { Text } from "./drawing";

/** Sizes in pixels. */
export const TITLE = 13;
export const SMALL = 12;

export function soft(x: number, y: number, text: string, anchor: Text["anchor"]): Text {
  return { kind: "soft", x, y, anchor, text };
}

export function label(x: number, y: number, text: string, anchor: Text["anchor"]): Text {
  return { kind: "label", x, y, anchor, text };
}
