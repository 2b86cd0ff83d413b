import { expect, test } from "vitest";
import type { FailureReason, Inspection, Plan, PlanRequest, ProgramInfo } from "../generated/types";
import { EngineError } from "../engine";
import { report } from "./testing/report";
import { restore } from "./restore";

const { plan } = report([]);

/** An engine that knows one program, two models and at most 64 workers. */
async function planned(request: PlanRequest): Promise<Plan> {
  const unknown = request.models?.find((model) => model !== "gil" && model !== "process");
  if (request.basedOn === "nope") throw failure({ kind: "unknown-program", name: "nope" });
  if (request.source !== undefined) throw failure({ kind: "bad-source", diagnostics: [] });
  if (request.program !== "fib")
    throw failure({ kind: "unknown-program", name: request.program ?? "" });
  if (unknown !== undefined) throw failure({ kind: "unknown-model", name: unknown });
  if (request.models?.includes("gil") === true)
    throw failure({ kind: "unavailable-model", model: "gil" });
  if (request.workers?.some((count) => count > 64) === true) {
    throw failure({ kind: "bad-request", field: "workers" });
  }
  if (request.args !== undefined) throw failure({ kind: "bad-request", field: "n" });
  return plan;
}

function failure(reason: FailureReason): EngineError {
  return EngineError.from({ ...reason, message: "No." });
}

const fib = { id: "fib" } as ProgramInfo;
const engine = {
  plan: planned,
  programs: () => [fib],
  inspect: async (source: string): Promise<Inspection> => ({
    kind: source === "def" ? null : "script",
    diagnostics: [],
    parameters: [],
  }),
};

async function restored(choices: PlanRequest): Promise<[PlanRequest, number]> {
  const link = await restore({ choices, problems: [] }, engine);
  return [link.choices, link.problems.length];
}

test("what the engine accepts is kept", async () => {
  const choices = { program: "fib", models: ["process"], workers: [1, 2] };
  expect(await restored(choices)).toEqual([choices, 0]);
});

test("what it refuses is dropped, and told of", async () => {
  expect(await restored({ program: "nope", workers: [2] })).toEqual([{ workers: [2] }, 1]);
  expect(await restored({ workers: [900], samples: 3 })).toEqual([{ samples: 3 }, 1]);
  expect(await restored({ args: { n: 1 }, samples: 3 })).toEqual([{ samples: 3 }, 1]);
});

test("a source that does not compile is kept with its arguments, and told of", async () => {
  const choices = { source: "def", basedOn: "fib", args: { n: 1 }, samples: 3 };
  expect(await restored(choices)).toEqual([choices, 1]);
  expect(await restored({ source: "def", workers: [900] })).toEqual([{ source: "def" }, 2]);
});

test("a script has no plan, and nothing is wrong with that", async () => {
  const choices = { source: "print(1)", switchIntervalMs: 1 };
  expect(await restored(choices)).toEqual([choices, 0]);
});

test("what is based on an unknown program is based on none", async () => {
  expect(await restored({ program: "fib", basedOn: "nope" })).toEqual([{ program: "fib" }, 1]);
});

test("of the models only those are dropped", async () => {
  expect(await restored({ models: ["gil", "nope", "process"] })).toEqual([
    { models: ["process"] },
    2,
  ]);
  expect(await restored({ models: ["gil"] })).toEqual([{}, 1]);
});
