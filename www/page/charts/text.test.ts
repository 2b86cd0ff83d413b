import { expect, test } from "vitest";
import { fitted, textWidth, wrapped } from "./text";

test("wide letters take more room than narrow ones", () => {
  expect(textWidth("WWW", 12)).toBeGreaterThan(textWidth("iii", 12));
});

test("lines break between words and are as wide as asked at most", () => {
  const lines = wrapped("Threads with a GIL and others without", 100, 13);
  expect(lines.join(" ")).toBe("Threads with a GIL and others without");
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.every((line) => textWidth(line, 13) <= 100)).toBe(true);
});

test("an address breaks at its joints, a long word anywhere, and nothing is lost", () => {
  const address = "https://example.org/playground/#program=countdown&workers=1,2,4";
  const lines = wrapped(address, 200, 12);
  expect(lines.join("")).toBe(address);
  expect(lines.slice(0, -1).every((line) => /[/&,=?#+]$/.test(line))).toBe(true);
  const word = "n".repeat(100);
  expect(wrapped(word, 200, 12).join("")).toBe(word);
});

test("nothing is no line", () => {
  expect(wrapped("", 100, 12)).toEqual([]);
});

test("what has no room is cut off", () => {
  expect(fitted("counter = 1", 200, 12)).toBe("counter = 1");
  const cut = fitted("counter = 1,608,925 of 3,000,000", 120, 12);
  expect(cut).toMatch(/^counter = 1.*…$/);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(120);
  expect(fitted("counter", 3, 12)).toBe("");
});
