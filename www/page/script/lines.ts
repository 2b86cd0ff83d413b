import type { OutputPiece, OutputStream } from "../../generated/types";

/** A part of a line that went to one stream. */
export interface Part {
  stream: OutputStream;
  text: string;
}

/** What was printed line by line, as a terminal shows it; each part knows where it went to. */
export function linesOf(pieces: readonly Pick<OutputPiece, "stream" | "text">[]): Part[][] {
  const lines: Part[][] = [];
  let line: Part[] = [];
  for (const { stream, text } of pieces) {
    const [first = "", ...others] = text.split("\n");
    if (first !== "") line.push({ stream, text: first });
    for (const other of others) {
      lines.push(line);
      line = other === "" ? [] : [{ stream, text: other }];
    }
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

/** The first and the last of many, with how many are left out between them. */
export function ends<T>(items: readonly T[], most: number): { head: T[]; left: number; tail: T[] } {
  const half = Math.floor(most / 2);
  if (items.length <= most) return { head: [...items], left: 0, tail: [] };
  return { head: items.slice(0, half), left: items.length - 2 * half, tail: items.slice(-half) };
}
