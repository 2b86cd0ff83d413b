// npm test: sets up, builds, runs all suites and sums them up. `npm test -- NAME…` runs only those.
import { buildTasks } from "./build/index.mjs";
import { Stop, seconds, steps, stop } from "./lib/step.mjs";
import { needed, runTasks } from "./lib/tasks.mjs";
import { setupTasks, testTools } from "./setup/index.mjs";
import { suites } from "./test/suites.mjs";

/** @typedef {{ title: string, passed: number, failed: number, ms: number }} Result */

try {
  const chosen = choose(process.argv.slice(2));
  /** @type {Result[]} */
  const results = [];
  const tests = chosen.map((suite) => ({
    name: suite.name,
    after: suite.after ?? [],
    uses: suite.uses,
    alone: suite.alone,
    run: async () => results.push(await runSuite(suite)),
  }));
  const names = tests.map(({ name }) => name);
  await runTasks(needed([...setupTasks, ...buildTasks, ...testTools, ...tests], names));
  process.exitCode = summarise(results) === 0 ? 0 : 1;
} catch (error) {
  stop(error);
}

/** @param {string[]} names */
function choose(names) {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const known = suites.map((suite) => suite.name).join(", ");
    throw new Stop(`There is no suite ${unknown.join(", ")}. There are: ${known}.`);
  }
  return suites.filter(({ name, isRare }) => (names.length === 0 ? !isRare : names.includes(name)));
}

/** @param {import("./test/suites.mjs").Suite} suite @returns {Promise<Result>} */
async function runSuite({ name, title, run }) {
  console.log(`▸ ${title} (${name})`);
  const start = performance.now();
  const { passed, failed, text } = await run(name);
  const ms = performance.now() - start;
  if (failed > 0) console.log(text);
  const sign = failed > 0 ? "✗" : "✓";
  console.log(`  ${sign} ${title}: ${passed} passed, ${failed} failed, ${seconds(ms)}`);
  return { title, passed, failed, ms };
}

/** Prints the tables and the last line. @param {Result[]} results @returns {number} how many failed */
function summarise(results) {
  const sum = (/** @type {"passed" | "failed"} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const rows = [
    row("Set-up and builds", "", "", "time"),
    ...steps.map(({ title, ms }) => row(title, "", "", seconds(ms ?? 0))),
    "",
    row("Suite", "passed", "failed", "time"),
    ...results.map(({ title, passed, failed, ms }) => row(title, passed, failed, seconds(ms))),
    "",
    row("All, two at a time", sum("passed"), sum("failed"), seconds(performance.now())),
  ];
  console.log(`\n${rows.join("\n")}\n`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed");
}

/** Of the tables. @param {string} title @param {(string | number)[]} cells */
function row(title, ...cells) {
  return title.padEnd(52) + cells.map((cell) => `${cell}`.padStart(9)).join("");
}
