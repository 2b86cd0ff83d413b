/** Threads that come and go and hammer the same objects, on real workers without a GIL. */
import { readFileSync } from "node:fs";
import { openEngine } from "./engine";
import { expect, test } from "./test";

/** It is run natively as well, and by CPython. */
const PROGRAM = readFileSync(
  new URL("../scripts/threads_that_come_and_go.py", import.meta.url),
  "utf8",
);
const ROUNDS = "ROUNDS = 3";
/** What one round prints. */
const EXPECTED = [
  "True True True True",
  "True True",
  "True True []",
  "8 True True",
  "True",
  "True False",
  "",
].join("\n");
/** Bytes that may be left where nothing should be: with each round there would be far more. */
const SLACK = 4096;

test("threads that come and go lose nothing and leave nothing", async ({ page, sites }) => {
  const engine = await openEngine(page, sites.isolated);
  const left: number[] = [];
  for (const rounds of [1, 2, 10]) {
    const source = PROGRAM.replace(ROUNDS, `ROUNDS = ${rounds}`);
    expect(source === PROGRAM).toBe(false);
    const execution = await engine.evaluate(
      (it, program) => it.execute({ source: program, runtime: "free-threaded" }),
      source,
    );
    expect(execution).toMatchObject({ status: 0, traceback: null, ended: null });
    expect(execution.output.map(({ text }) => text).join("")).toBe(EXPECTED.repeat(rounds));
    left.push(execution.heapBytes);
  }
  expect(Math.max(...left) - Math.min(...left), left.join(" ")).toBeLessThan(SLACK);
});
