import { expect, test } from "vitest";
import type { ProgramInfo } from "../generated/types";
import {
  choose,
  chooseProgram,
  settle,
  settledRequest,
  toRequest,
  type Choices,
  type Offer,
} from "./choices";
import { planLine, settingsLine } from "./experiment";
import { ownProgram } from "./own";
import { models, report } from "./testing/report";
import { usual } from "./settings/workers";

const countdown: ProgramInfo = {
  id: "countdown",
  title: "Countdown",
  summary: "",
  source: "",
  kind: "task",
  parameters: [{ name: "n", default: 50, kind: "int" }],
  sizeParameter: "n",
  work: "split",
  published: [],
};
const fib: ProgramInfo = { ...countdown, id: "fib", work: "repeat" };
const { plan } = report([]);
const own = ownProgram("def task(worker, workers, k=3): pass", {
  kind: "task",
  parameters: [{ name: "k", default: 3, kind: "int" }],
});
const offer: Offer = { programs: [countdown, fib], own: [own], models, cores: 2, defaults: plan };

test("what is left open is the engine's choice", () => {
  expect(settle({}, offer)).toMatchObject({
    program: countdown,
    size: "auto",
    work: "split",
    samples: 2,
  });
  expect(settle({ program: "fib" }, offer)).toMatchObject({ program: fib, work: "repeat" });
  expect(toRequest({ samples: 3 }, "fib")).toEqual({ program: "fib", size: "auto", samples: 3 });
});

test("a value for the size parameter is a size of one's own, not an automatic one", () => {
  const settings = settle({ args: { n: 7 } }, offer);
  if (settings === null) throw new Error("no programs");
  expect(settings.size).toBe("own");
  const request = settledRequest({ args: { n: 7 } }, settings);
  expect(request).toEqual({ program: "countdown", size: "default", args: { n: 7 } });
});

test("the baseline is always among the models, and they keep their order", () => {
  expect(settle({ models: ["process", "gil"] }, offer)?.models).toEqual([
    "sequential",
    "gil",
    "process",
  ]);
});

test("a choice can be taken back", () => {
  expect(choose({ samples: 3, warmups: 1 }, { samples: undefined })).toEqual({ warmups: 1 });
});

test("another program starts with its own arguments and way of working", () => {
  const before: Choices = { args: { n: 7 }, work: "split", size: "auto", samples: 3 };
  const choices = chooseProgram(before, { program: "fib" });
  expect(choices).toEqual({ program: "fib", size: "auto", samples: 3 });
  const { source } = own;
  expect(chooseProgram(choices, { source })).toEqual({ source, samples: 3 });
  expect(chooseProgram({ source }, { program: "fib" })).toEqual({ program: "fib" });
});

test("a program of one's own has its own parameters, and no automatic size", () => {
  const { source } = own;
  const settings = settle({ source }, offer);
  if (settings === null) throw new Error("no programs");
  expect(settings).toMatchObject({ program: own, size: "default", work: "split" });
  expect(settledRequest({ source }, settings)).toEqual({ source, size: "default" });
  expect(lineOf({ source, args: { k: 4 } })).toBe("own program · k = 4 · split · 2 samples");
});

function lineOf(choices: Choices): string {
  const settings = settle(choices, offer);
  return settings === null ? "" : settingsLine(settings);
}

test("an experiment in one line", () => {
  expect(lineOf({})).toBe("countdown · sized for this device · split · 2 samples");
  expect(lineOf({ size: "default", samples: 1 })).toBe("countdown · n = 50 · split · 1 sample");
  expect(lineOf({ args: { n: 7000 } })).toBe("countdown · n = 7,000 · split · 2 samples");
  expect(planLine(plan)).toBe("countdown · n = 1,000 · sized for its device · split · 2 samples");
});

test("the usual numbers of workers include the cores and what is chosen", () => {
  expect(usual(2, [1, 2])).toEqual([1, 2, 4]);
  expect(usual(6, [5])).toEqual([1, 2, 4, 5, 6, 8]);
});
