import { expect, test } from "vitest";
import { placeOf } from "./place";

test.each([
  [0, 1, 1],
  [2, 1, 3],
  [3, 2, 1],
  [5, 2, 2],
  [99, 3, 1],
])("offset %d is in line %d, column %d", (offset, line, column) => {
  expect(placeOf("ab\n😀\n", offset)).toEqual({ line, column });
});
