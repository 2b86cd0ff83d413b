// How each kind of suite is run and its tests are counted.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cache, root } from "../lib/paths.mjs";
import { record } from "../lib/shell.mjs";

/**
 * @typedef {{ passed: number, failed: number, text: string }} Outcome
 * @typedef {(name: string) => Promise<Outcome>} Runner
 * @typedef {[command: string, args: string[], env?: Record<string, string>]} Command
 */

/** One test: the command succeeds. @param {Command} command @returns {Runner} */
export function check(...command) {
  return async (name) => {
    const { code, text } = await record(name, ...command);
    return code === 0 ? { passed: 1, failed: 0, text } : { passed: 0, failed: 1, text };
  };
}

/** Everything that libtest or wasm-bindgen's runner counted. @param {Command} command @returns {Runner} */
export function cargoTests(...command) {
  return async (name) => {
    const { code, text } = await record(name, ...command);
    const results = [...text.matchAll(/^test result: \w+\. (\d+) passed; (\d+) failed;/gm)];
    const sum = (/** @type {number} */ group) =>
      results.reduce((total, result) => total + Number(result[group]), 0);
    return outcome(sum(1), sum(2), code, text);
  };
}

/** @param {string[]} args @returns {Runner} */
export function vitest(...args) {
  return reported(
    (file) => [
      "node",
      [
        npmScript("vitest/vitest.mjs"),
        "run",
        ...args,
        "--reporter=default",
        "--reporter=json",
        `--outputFile=${file}`,
      ],
    ],
    (report) => [report.numPassedTests, report.numFailedTests],
  );
}

/**
 * @param {string} folder of the tests and their configuration @param {string[]} args
 * @returns {Runner}
 */
export function playwright(folder, ...args) {
  return reported(
    (file) => [
      "node",
      [
        npmScript("@playwright/test/cli.js"),
        "test",
        `--config=${folder}`,
        ...args,
        "--reporter=list,json",
      ],
      { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    ],
    ({ stats }) => [stats.expected, stats.unexpected + stats.flaky],
  );
}

/** A command of an npm package. @param {string} path */
export function npmScript(path) {
  return join(root, "node_modules", path);
}

/**
 * A tool that writes a report in JSON to a file.
 * @param {(file: string) => Command} command
 * @param {(report: any) => [passed: number, failed: number]} count
 * @returns {Runner}
 */
function reported(command, count) {
  return async (name) => {
    const file = join(cache, "logs", `${name}.json`);
    rmSync(file, { force: true });
    const { code, text } = await record(name, ...command(file));
    const [passed, failed] = existsSync(file)
      ? count(JSON.parse(readFileSync(file, "utf8")))
      : [0, 0];
    return outcome(passed, failed, code, text);
  };
}

/**
 * A command that failed, or ran nothing at all, is a failure whatever it counted.
 * @param {number} passed @param {number} failed @param {number | string} code @param {string} text
 * @returns {Outcome}
 */
function outcome(passed, failed, code, text) {
  if (failed > 0) return { passed, failed, text };
  if (code !== 0) return { passed, failed: 1, text: `${text}\nended with ${code}` };
  if (passed === 0) return { passed, failed: 1, text: `${text}\nran no test at all` };
  return { passed, failed, text };
}
