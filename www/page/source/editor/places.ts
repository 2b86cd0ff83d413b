import type { Text } from "@codemirror/state";
import type { Diagnostic } from "../../../generated/types";

/** Where a diagnostic is in a document, which may have changed since; never empty if it can be. */
export function rangeOf(
  doc: Text,
  { line, column, endLine, endColumn }: Diagnostic,
): { from: number; to: number } {
  const from = offsetOf(doc, line, column);
  const to = Math.max(from, offsetOf(doc, endLine, endColumn));
  if (to > from) return { from, to };
  // What is missing at the end of a line is marked by the line's last character.
  const { to: end, from: start } = doc.lineAt(from);
  return from < end ? { from, to: from + 1 } : { from: Math.max(start, from - 1), to: from };
}

/** Lines and columns count from 1; columns are characters, which may take two places in a document. */
export function offsetOf(doc: Text, line: number, column: number): number {
  if (line > doc.lines) return doc.length;
  const { from, text } = doc.line(Math.max(1, line));
  const before = Array.from(text).slice(0, Math.max(0, column - 1));
  return from + before.join("").length;
}
