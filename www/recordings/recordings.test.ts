import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "../generated/catalogue";
import { recordingOf } from "./recordings";

const recorded = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""));

test.each(recorded)("the recording of %s is of the bundled program, and whole", async (id) => {
  const program = catalogue.programs.find((candidate) => candidate.id === id);
  if (program === undefined) throw new Error(`no program is called ${id}`);
  // Null if the program has changed since: `npm run record` makes a new one.
  const report = await recordingOf(program);
  if (report === null) throw new Error(`${id} has changed since it was recorded`);
  const { plan, environment, results, narrative, mismatches } = report;
  expect(plan.program).toBe(id);
  expect(environment).toMatchObject({ isolated: true, build: "threads" });
  expect(plan.models).toEqual(catalogue.threads.usual.models);
  expect(results).toHaveLength(plan.models.length * plan.workers.length);
  expect(results.every(({ samples }) => samples.length === plan.samples)).toBe(true);
  expect(narrative).not.toBe("");
  expect(mismatches).toEqual([]);
});

test("a program that has changed, and one that is not bundled, has none", async () => {
  const [program] = catalogue.programs;
  if (program === undefined) throw new Error("there is no program");
  expect(await recordingOf({ ...program, source: `${program.source}\n` })).toBeNull();
  expect(await recordingOf({ ...program, id: "../page/names" })).toBeNull();
});
