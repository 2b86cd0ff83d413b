import { expect, test } from "vitest";
import type { Choices } from "./choices";
import { fromHash, toHash } from "./link";

const everything: Choices = {
  program: "fib",
  size: "default",
  models: ["gil", "free-threaded"],
  workers: [1, 2, 8],
  work: "repeat",
  samples: 10,
  warmups: 0,
  switchIntervalMs: 0.5,
  args: { n: 32, verbose: true, text: "1,2 & <b>" },
};

test("no choices need no hash", () => {
  expect(toHash({})).toBe("");
  expect(fromHash("")).toEqual({ choices: {}, problems: [] });
});

test("a hash is short and can be read", () => {
  expect(toHash({ program: "fib", workers: [1, 2] })).toBe("#v=1&program=fib&workers=1,2");
});

test("every choice comes back as it was", () => {
  expect(fromHash(toHash(everything))).toEqual({ choices: everything, problems: [] });
});

test.each([
  "#program=fib",
  "#v=2&program=fib",
  `#v=1&program=${"a".repeat(5000)}`,
])("a link of another kind is not used: %.20s", (hash) => {
  const { choices, problems } = fromHash(hash);
  expect(choices).toEqual({});
  expect(problems).toHaveLength(1);
});

test.each([
  "program=<img>",
  "program=",
  "size=huge",
  "workers=1,,2",
  "workers=-1",
  "workers=1e9",
  "workers=NaN",
  "samples=0x10",
  "work=all",
  "args.n={}",
  "args.n=[1]",
  "args.n=import",
  "source=print(1)",
  "timeLimitMs=1",
  "__proto__=1",
  "constructor=1",
])("%s is told of, and the rest is used", (entry) => {
  const { choices, problems } = fromHash(`#v=1&${entry}&samples=3`);
  expect(choices).toEqual({ samples: 3 });
  expect(problems).toHaveLength(1);
});

test("a hostile parameter name is only a name", () => {
  const { choices } = fromHash("#v=1&args.__proto__=1");
  expect(Object.keys(choices.args ?? {})).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(choices.args)).toBe(Object.prototype);
});
