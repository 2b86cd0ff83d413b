import { expect, test } from "vitest";
import { lookFor } from "./gallery";

test.each([
  ["Count down. Look for 1.5 of 2. Then look again.", "Look for 1.5 of 2."],
  ["Lost updates: how many? See which.", "Lost updates: how many?"],
  ["One sentence", "One sentence"],
  ["", ""],
])("of “%s” a card says “%s”", (summary, sentence) => {
  expect(lookFor(summary)).toBe(sentence);
});
