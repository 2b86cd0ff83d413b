import { expect, test } from "vitest";
import {
  argument,
  clipped,
  dateOf,
  day,
  device,
  duration,
  inSentence,
  interval,
  list,
  milliseconds,
  sentenceOf,
  times,
  words,
} from "./format";

test.each([
  [0.012345, "0.01"],
  [1.2345, "1.23"],
  [99.94, "99.9"],
  [1234.5, "1,235"],
])("%f ms", (ms, text) => expect(milliseconds(ms)).toBe(text));

test.each([
  [true, "True"],
  [50_000_000, "50,000,000"],
  [0.5, "0.5"],
  ["a", '"a"'],
])("an argument %s", (value, text) => expect(argument(value)).toBe(text));

test("ratios and intervals have two decimals", () => {
  expect(times(1.999)).toBe("2.00×");
  expect(interval(0.9, 1.1)).toBe("0.90 – 1.10");
});

test("lists read as prose", () => {
  expect(list([])).toBe("");
  expect(list(["a"])).toBe("a");
  expect(list(["a", "b", "c"])).toBe("a, b and c");
});

test("titles lose their capital inside a sentence, abbreviations do not", () => {
  expect(inSentence("Processes")).toBe("processes");
  expect(inSentence("GIL")).toBe("GIL");
});

test("messages become sentences", () => {
  expect(sentenceOf("too short to measure")).toBe("Too short to measure.");
  expect(sentenceOf("Stopped.")).toBe("Stopped.");
});

test("long texts are cut", () => {
  expect(clipped("abc", 3)).toBe("abc");
  expect(clipped("abcd", 3)).toBe("abc…");
});

test("a time that is none does no harm", () => {
  expect(dateOf(1e300)).toBeNull();
  expect(day(1e300)).toBe("unknown day");
  expect(day(0)).toBe("1970-01-01");
});

test("the device in one line", () => {
  const environment = {
    isolated: false,
    cores: 8,
    timerStepUs: 100,
    build: "single",
    version: "1.2.3",
  } as const;
  expect(device({ ...environment, userAgent: "" })).toBe(
    "8 cores · not cross-origin isolated · clock step 100 µs · single build, version 1.2.3",
  );
  const python = {
    ...environment,
    build: "cpython",
    version: "3.13.1",
    userAgent: "Linux",
  } as const;
  expect(device(python)).toBe("CPython 3.13.1, Linux · 8 cores · clock step 100 µs");
});

test.each([
  ["n", "n"],
  ["ms", "ms"],
  ["requests", "Requests"],
  ["max_items_", "Max items"],
])("the parameter %s is called “%s”", (name, label) => {
  expect(words(name)).toBe(label);
});

test.each([
  [0.001, "1 µs"],
  [0.05, "50 µs"],
  [0.1, "0.1 ms"],
  [5, "5 ms"],
  [1000, "1 s"],
])("%f ms is %s", (ms, expected) => {
  expect(duration(ms)).toBe(expected);
});
