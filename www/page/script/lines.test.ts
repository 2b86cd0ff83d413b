import { expect, test } from "vitest";
import { piece } from "../testing/execution";
import { ends, linesOf } from "./lines";

test("pieces are lines as a terminal shows them, and their streams are known", () => {
  const lines = linesOf([piece("a\nb"), piece("oops\n", "stderr"), piece("\nlast")]);
  expect(lines.map((parts) => parts.map(({ stream, text }) => `${stream}: ${text}`))).toEqual([
    ["stdout: a"],
    ["stdout: b", "stderr: oops"],
    [],
    ["stdout: last"],
  ]);
  expect(linesOf([piece("a\n")])).toHaveLength(1);
  expect(linesOf([])).toEqual([]);
});

test("of many the first and the last are shown", () => {
  expect(ends([1, 2, 3], 4)).toEqual({ head: [1, 2, 3], left: 0, tail: [] });
  expect(ends([1, 2, 3, 4, 5, 6], 4)).toEqual({ head: [1, 2], left: 2, tail: [5, 6] });
});
