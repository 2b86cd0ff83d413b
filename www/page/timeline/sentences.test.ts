import { expect, test } from "vitest";
import type { HandOff } from "../../generated/types";
import { handOffSentence, instant } from "./sentences";

const asked: HandOff = {
  from: 1,
  to: 2,
  askedMs: 5,
  askedBy: 2,
  droppedMs: 5.02,
  takenMs: 5.032,
};

test("who asked, who let go and who had it", () => {
  expect(handOffSentence(asked, 5)).toBe(
    "Worker 2 asked for the lock at 5.000 ms; worker 1 let go at its next check, 20 µs later; worker 2 had it 12 µs after that.",
  );
});

test("another one may be first", () => {
  expect(handOffSentence({ ...asked, to: 0, takenMs: 7.02 }, 5)).toBe(
    "Worker 2 asked for the lock at 5.000 ms; worker 1 let go at its next check, 20 µs later; worker 0 had it first, 2.00 ms after that.",
  );
});

test("a lock may be let go unasked", () => {
  expect(handOffSentence({ ...asked, askedMs: null, askedBy: null }, 5)).toBe(
    "Worker 1 let the lock go by itself, to wait, to work without it or at its end, at 5.020 ms; worker 2 had it 12 µs after that.",
  );
  expect(handOffSentence({ ...asked, askedMs: null, askedBy: null }, 100)).toMatch(
    /at 5\.0 ms; worker 2 had it within the clock's step of 100 µs\.$/,
  );
});

test.each([
  [
    50,
    "let go at its next check, within the clock's step of 50 µs; worker 2 had it within another.",
  ],
  [15, "let go at its next check, 20 µs later; worker 2 had it within the clock's step of 15 µs."],
])("nothing is told that a clock of %i µs cannot tell", (step, words) => {
  expect(handOffSentence(asked, step)).toContain(words);
});

test("a difference of one step is told, though steps differ a little", () => {
  expect(handOffSentence({ ...asked, droppedMs: 5.0049 }, 5)).toContain("5 µs later");
});

test("instants have digits as far as the clock has", () => {
  expect([5, 50, 100].map((step) => instant(1234.56789, step))).toEqual([
    "1,234.568 ms",
    "1,234.57 ms",
    "1,234.6 ms",
  ]);
});
