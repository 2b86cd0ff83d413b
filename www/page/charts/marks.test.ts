import { expect, test } from "vitest";
import { MARK_SIZE, placeMarks, type PlacedMark } from "./marks";
import { textWidth } from "./text";

const marks = [
  { speedup: 1.92, label: "the book", title: "" },
  { speedup: 1.85, label: "CPython 3.14", title: "" },
  { speedup: 0.4, label: "Skvortsov", title: "" },
];

test.each([280, 320, 720])("at %i pixels texts are inside and beside their diamonds", (width) => {
  for (const mark of placeMarks(marks, (speedup) => (speedup / 2.44) * width, width)) {
    const [left, right] = extentOf(mark);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
    expect(left > mark.x || right < mark.x).toBe(true);
  }
});

test("every mark has a line of its own, the least on top", () => {
  const placed = placeMarks(marks, (speedup) => speedup * 100, 720);
  expect(placed.map(({ line, mark }) => [line, mark.label])).toEqual([
    [0, "Skvortsov"],
    [1, "CPython 3.14"],
    [2, "the book"],
  ]);
});

test("the number of lines does not depend on the scale", () => {
  const [narrow, wide] = [10, 160].map((factor) =>
    placeMarks(marks, (speedup) => speedup * factor, 320).map(({ line }) => line),
  );
  expect(narrow).toEqual(wide);
});

function extentOf({ text, textX, anchor }: PlacedMark): [left: number, right: number] {
  const width = textWidth(text, MARK_SIZE);
  return anchor === "start" ? [textX, textX + width] : [textX - width, textX];
}
