import { expect, test } from "vitest";
import { styledLines } from "./terminal";

const shown = (...texts: string[]): string[] =>
  styledLines(texts.map((text) => [{ stream: "stdout", text }])).map((line) =>
    line.map(({ text, look }) => (look.length === 0 ? text : `<${look.join(" ")}>${text}</>`)).join(""),
  );

test.each([
  ["\u001B[1;31mred\u001B[0m and \u001B[92mgreen\u001B[39m", "<bold red>red</> and <green>green</>"],
  ["\u001B[38;5;208morange\u001B[m plain", "orange plain"],
  ["10 %\r50 %\r100 %", "100 %"],
  ["done\r", "done"],
  ["\u001B[2K\u001B[1Gx\u0007y", "xy"],
  ["a\tb", "a\tb"],
])("%j is %s", (text, look) => {
  expect(shown(text)).toEqual([look]);
});

test("a colour goes on in the next line", () => {
  expect(shown("\u001B[31ma", "b\u001B[0mc")).toEqual(["<red>a</>", "<red>b</>c"]);
});
