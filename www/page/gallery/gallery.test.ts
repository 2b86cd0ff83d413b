import { expect, test } from "vitest";
import { catalogue } from "../../generated/catalogue";
import { lookFor } from "./gallery";
import { GROUPS, SCRIPTS } from "./groups";
import { scripts } from "./scripts";

test.each([
  ["Count down. Look for 1.5 of 2. Then look again.", "Look for 1.5 of 2."],
  ["Lost updates: how many? See which.", "Lost updates: how many?"],
  ["One sentence", "One sentence"],
  ["", ""],
])("of “%s” a card says “%s”", (summary, sentence) => {
  expect(lookFor(summary)).toBe(sentence);
});

test("every bundled program is in one group", () => {
  expect(GROUPS.flatMap(({ tasks }) => tasks).toSorted()).toEqual(catalogue.programs.toSorted());
  const files = Object.keys(import.meta.glob("/gallery/*.py")).map((path) => path.replace(/^.*\/(.*)\.py$/, "$1").replaceAll("_", "-"));
  expect(SCRIPTS.toSorted()).toEqual(files.toSorted());
});

test.each(scripts.map((script) => [script.id, script] as const))("%s is short, and says what to look for", (_, { source, summary }) => {
  expect(source.trimEnd().split("\n").length).toBeLessThanOrEqual(40);
  expect(lookFor(summary)).toMatch(/^Look for /);
});
