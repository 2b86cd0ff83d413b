/** Lines and columns of a text, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Where an offset is. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: Array.from(before.at(-1) ?? "").length + 1 };
}

/** Where a click on a text is; at its start if the browser does not tell. */
export function placeAt({ clientX, clientY }: MouseEvent, text: string): Place {
  const offset = document.caretPositionFromPoint?.(clientX, clientY)?.offset;
  return placeOf(text, offset ?? 0);
}
