import { expect, test } from "vitest";
import { enveloped, fromEmbed, toEmbed } from "./protocol";

test("a message arrives as it was sent", () => {
  expect(toEmbed(enveloped({ type: "run", id: 3 }))).toEqual({ type: "run", id: 3 });
  expect(fromEmbed(enveloped({ type: "height", height: 12.5 }))).toEqual({
    type: "height",
    height: 12.5,
  });
});

test.each([
  null,
  undefined,
  7,
  "run",
  [],
  { type: "run", id: 1 },
  { gilPlayground: 2, type: "run", id: 1 },
  { gilPlayground: "1", type: "run", id: 1 },
  { gilPlayground: 1, type: "run" },
  { gilPlayground: 1, type: "run", id: "1" },
  { gilPlayground: 1, type: "height", height: "1px" },
  { gilPlayground: 1, type: "height", height: Number.NaN },
  { gilPlayground: 1, type: "constructor" },
])("%j is no message", (data) => {
  expect(toEmbed(data)).toBeNull();
  expect(fromEmbed(data)).toBeNull();
});
