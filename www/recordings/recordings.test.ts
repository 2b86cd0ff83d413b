import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { programsOf } from "../embed/programs";
import { catalogue } from "../generated/catalogue";
import { recordingOf } from "./recordings";

const recorded = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""));

/** Readers load one of them, compressed to a fifth. */
const MOST_LETTERS = 100_000;

test.each(recorded)("the recording of %s is of the bundled program, and whole", async (id) => {
  const [program] = await programsOf([id]);
  if (program === undefined) throw new Error(`no program is called ${id}`);
  // Null if the program has changed since: `npm run record` makes a new one.
  const report = await recordingOf(program);
  if (report === null) throw new Error(`${id} has changed since it was recorded`);
  const { plan, environment, results, narrative, mismatches } = report;
  expect(plan.program).toBe(id);
  expect(environment).toMatchObject({ isolated: true, build: "threads" });
  // Processes are left out where workers must share objects.
  const { models } = catalogue.threads.usual;
  expect([models, models.filter((model) => model !== "process")]).toContainEqual(plan.models);
  expect(results).toHaveLength(plan.models.length * plan.workers.length);
  expect(results.every(({ samples }) => samples.length === plan.samples)).toBe(true);
  expect(narrative).not.toBe("");
  expect(mismatches).toEqual([]);
  // Where the time went, but not what the workers did in each moment.
  for (const { trace, tasks } of results) {
    expect(trace?.timeUse.runningMs).toBeGreaterThan(0);
    expect(trace?.lanes.every(({ states }) => states.length === 0)).toBe(true);
    expect(tasks.length).toBeGreaterThan(0);
  }
  expect(JSON.stringify(report).length).toBeLessThan(MOST_LETTERS);
});

test("a program that has changed, and one that is not bundled, has none", async () => {
  const [program] = await programsOf();
  if (program === undefined) throw new Error("there is no program");
  expect(await recordingOf({ ...program, source: `${program.source}\n` })).toBeNull();
  expect(await recordingOf({ ...program, id: "../page/names" })).toBeNull();
});
