import { Text } from "@codemirror/state";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../../generated/types";
import { offsetOf, rangeOf } from "./places";

const doc = Text.of(["x = '😀é'", "", "y = [1]"]);

test.each([
  [1, 1, 0],
  [1, 6, 5],
  [1, 7, 7],
  [1, 99, 9],
  [2, 1, 10],
  [3, 5, 15],
  [9, 1, 18],
  [0, 0, 0],
])("line %d, column %d is at %d", (line, column, offset) => {
  expect(offsetOf(doc, line, column)).toBe(offset);
});

function range(line: number, column: number, endLine: number, endColumn: number): string {
  const place = { line, column, endLine, endColumn } as Diagnostic;
  const { from, to } = rangeOf(doc, place);
  return doc.sliceString(from, to);
}

test("a diagnostic marks what it is about", () => {
  expect(range(3, 5, 3, 8)).toBe("[1]");
  expect(range(1, 6, 3, 2)).toBe("😀é'\n\ny");
});

test("one about nothing marks a character, if the line has any", () => {
  expect(range(3, 5, 3, 5)).toBe("[");
  expect(range(3, 8, 3, 8)).toBe("]");
  expect(range(2, 1, 2, 1)).toBe("");
});

test("one of a text that has become shorter is marked at its end", () => {
  expect(range(8, 3, 9, 1)).toBe("]");
});
