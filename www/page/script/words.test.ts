import { expect, test } from "vitest";
import { argumentsOf, argumentText } from "./words";

test.each([
  ["", []],
  ["-n 3  data.txt", ["-n", "3", "data.txt"]],
  [`--name "Ann B" '' 'say "hi"'`, ["--name", "Ann B", "", 'say "hi"']],
])("%s", (text, given) => {
  expect(argumentsOf(text)).toEqual(given);
  expect(argumentsOf(argumentText(given))).toEqual(given);
});
