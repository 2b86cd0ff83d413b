import { expect, test } from "vitest";
import type { Offer } from "../choices";
import { countdown as program } from "../testing/program";
import { models, report } from "../testing/report";
import { choicesOf } from "./plan-choices";

const { plan } = report([]);
const offer: Offer = {
  programs: [program],
  own: [],
  models: models.map((model) => Object.assign({}, model, { available: model.id !== "gil" })),
  cores: 2,
  defaults: plan,
};

test("a plan becomes the same work here, under the models that run here", () => {
  const theirs = { ...plan, source: program.source, workers: [1, 2], warmups: 3 };
  expect(choicesOf(theirs, offer)).toEqual({
    program: "countdown",
    args: { n: 1000 },
    models: ["sequential", "free-threaded", "process"],
    workers: [1, 2],
    work: "split",
    samples: 2,
    warmups: 3,
    switchIntervalMs: 5,
  });
});

test("a program of the same name with another source is not the same program", () => {
  const theirs = { ...plan, source: "def task(worker, workers): pass", args: {} };
  const choices = choicesOf(theirs, offer);
  expect(choices).toMatchObject({ source: theirs.source });
  expect(choices).not.toHaveProperty("program");
  expect(choices).not.toHaveProperty("args");
  expect(choices).not.toHaveProperty("warmups");
});
