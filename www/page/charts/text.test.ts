import { expect, test } from "vitest";
import { textWidth, wrapped } from "./text";

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
