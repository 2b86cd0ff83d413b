import { expect, test } from "vitest";
import type { Argument, Parameter, ProgramInfo } from "../generated/types";
import { fitting, given, ownProgram } from "./own";

const base: ProgramInfo = {
  id: "fib",
  title: "Fibonacci",
  summary: "",
  source: "",
  kind: "task",
  parameters: [],
  sizeParameter: "n",
  work: "repeat",
  published: [],
};
const ofTask = (parameters: Parameter[], of?: ProgramInfo): ProgramInfo =>
  ownProgram("", { kind: "task", parameters }, of);
const n: Parameter = { name: "n", default: 40, kind: "int" };

test("a version of a bundled program has its size, as long as that parameter is there", () => {
  expect(ofTask([n], base)).toMatchObject({ sizeParameter: "n", work: "repeat" });
  expect(ofTask([{ ...n, name: "m" }], base).sizeParameter).toBe("");
  expect(ofTask([{ ...n, default: 0.5, kind: "float" }], base).sizeParameter).toBe("");
  expect(ofTask([n])).toMatchObject({ sizeParameter: "", work: "split" });
});

test.each<[Parameter["kind"], Argument, boolean]>([
  ["int", 2, true],
  ["int", 2.5, false],
  ["int", "2", false],
  ["float", 2, true],
  ["float", true, false],
  ["bool", false, true],
  ["bool", 0, false],
  ["str", "", true],
  ["str", 0, false],
  [null, "anything", true],
])("a parameter of kind %s takes %j: %s", (kind, value, takes) => {
  const parameters: Parameter[] = [{ name: "k", default: null, kind }];
  expect(fitting({ k: value, gone: 1 }, parameters)).toEqual(takes ? { k: value } : undefined);
});

test("values of parameters that are gone stay given, one that is taken back does not", () => {
  expect(given({ n: 1, gone: 2 }, [n], { m: 3 })).toEqual({ gone: 2, m: 3 });
});
