// npm test: sets up, builds, runs all suites and sums them up. `npm test -- NAME…` runs only those.
import { build } from "./build/index.mjs";
import { exportTypes } from "./build/types.mjs";
import { Stop, seconds, stop } from "./lib/step.mjs";
import { setUp } from "./setup/index.mjs";
import { suites } from "./test/suites.mjs";

/** @typedef {{ suite: import("./test/suites.mjs").Suite, passed: number, failed: number, ms: number }} Result */

try {
  const chosen = choose(process.argv.slice(2));
  const needs = new Set(chosen.map((suite) => suite.needs));
  const firefox = needs.has("firefox");
  await setUp({ browser: needs.has("browser"), firefox, python: needs.has("python") });
  if (needs.has("browser") || firefox) await build();
  else if (needs.has("types")) await exportTypes();
  const results = [];
  for (const suite of chosen) results.push(await runSuite(suite));
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
  return names.length === 0 ? suites : suites.filter((suite) => names.includes(suite.name));
}

/** @param {import("./test/suites.mjs").Suite} suite @returns {Promise<Result>} */
async function runSuite(suite) {
  console.log(`▸ ${suite.title} (${suite.name})`);
  const start = performance.now();
  const { passed, failed, text } = await suite.run(suite.name);
  const ms = performance.now() - start;
  if (failed > 0) console.log(text);
  console.log(
    `  ${failed > 0 ? "✗" : "✓"} ${suite.title}: ${passed} passed, ${failed} failed, ${seconds(ms)}`,
  );
  return { suite, passed, failed, ms };
}

/** Prints the table and the last line. @param {Result[]} results @returns {number} how many failed */
function summarise(results) {
  const rows = results.map(({ suite, passed, failed, ms }) =>
    [
      suite.title.padEnd(28),
      `${passed}`.padStart(7),
      `${failed}`.padStart(7),
      seconds(ms).padStart(9),
    ].join(" "),
  );
  console.log(`\n${"Suite".padEnd(28)}  passed  failed      time\n${rows.join("\n")}\n`);
  const sum = (/** @type {"passed" | "failed"} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed");
}
