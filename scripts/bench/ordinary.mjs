// Ordinary programs: here, in Pyodide and on the machine's own python3, in turn.
import { Stop, step } from "../lib/step.mjs";
import { times as samplesOf } from "./browser.mjs";
import { ORDINARY } from "./options.mjs";
import { ORDINARY as FOLDER, namesOf, sourceOf } from "./programs.mjs";
import { openPyodide } from "./pyodide.mjs";
import { time, version } from "./python.mjs";
import { geometricMean, median, ratio } from "./statistics.mjs";
import { span, times, verdict } from "./table.mjs";

/**
 * @typedef {import("./python.mjs").Timed} Timed
 * @typedef {(source: string) => Promise<Timed>} Place where a program can run
 * @typedef {{ name: string, here: number[], pyodide: number[], python: number[] }} Measured in
 *   milliseconds, by round
 */

/** Calls before the one that is timed, everywhere. */
const WARMUPS = 1;
/** How many times as fast as Pyodide: the geometric mean. */
const LEAST_MEAN = 1.1;
/**
 * And single programs: what 2b73f69 reaches, the last engine that was built for its size, with nothing
 * changed but `opt-level = 3` (measured on 2026-11-30).
 * @type {Record<string, number>}
 */
const LEAST = {
  big_integers: 0.48,
  binary_trees: 0.91,
  closures: 1.09,
  comprehensions: 1.01,
  dicts: 1.77,
  edit_distance: 0.74,
  exceptions: 1.19,
  fannkuch: 0.69,
  generators: 0.94,
  instances: 0.98,
  json_parser: 0.84,
  matrix: 0.49,
  n_body: 1.19,
  n_queens: 0.85,
  richards: 1.11,
  sieve: 2.44,
  sorting: 0.85,
  spectral_norm: 2.49,
  strings: 0.75,
  words: 0.91,
};

/**
 * @param {import("./browser.mjs").Browser} browser
 * @param {import("./options.mjs").Options} options
 * @returns {Promise<{ table: import("./table.mjs").Table, missed: number }>}
 */
export async function benchOrdinary(browser, { programs, rounds }) {
  const names = choose(programs);
  const pyodide = await openPyodide(await browser.newPage());
  const places = {
    here: (/** @type {string} */ source) => timeHere(browser, source),
    pyodide: (/** @type {string} */ source) => pyodide.time(source, {}, WARMUPS),
    python: (/** @type {string} */ source) => time(source, {}, WARMUPS),
  };
  const all = [];
  for (const name of names) {
    all.push(await step(`${name}, Pyodide and python3`, () => measure(name, places, rounds)));
  }
  await pyodide.close();
  const lines = all.map((measured) => lineOf(measured));
  if (programs.length === 0) lines.push(meanOf(all, rounds));
  const others = `${pyodide.version} and ${await version()}`;
  return {
    table: {
      place: ORDINARY,
      caption: `Ordinary programs, one worker: times as fast as ${others}, medians of ${rounds} rounds.`,
      head: ["program", "here", "Pyodide", "min–max", "bound", "met", "python3", "min–max"],
      rows: lines.map(({ cells }) => cells),
    },
    missed: lines.filter(({ met }) => met === false).length,
  };
}

/** @param {readonly string[]} wanted */
function choose(wanted) {
  const all = namesOf(FOLDER);
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) {
    throw new Stop(`There is no program ${unknown.join(", ")}. There are: ${all.join(", ")}.`);
  }
  return wanted.length === 0 ? all : wanted;
}

/** @param {import("./browser.mjs").Browser} browser @param {string} source @returns {Promise<Timed>} */
async function timeHere(browser, source) {
  const results = await browser.run({
    source,
    models: ["sequential"],
    workers: [1],
    samples: 1,
    warmups: WARMUPS,
    trace: false,
  });
  const [ms = Number.NaN] = samplesOf(results, "sequential");
  const result = results.find(({ model }) => model === "sequential")?.tasks[0]?.result;
  if (result === undefined) throw new Stop("The report has no result.");
  return { ms, result };
}

/**
 * @param {string} name @param {Record<"here" | "pyodide" | "python", Place>} places
 * @param {number} rounds @returns {Promise<Measured>}
 */
async function measure(name, places, rounds) {
  const source = sourceOf(FOLDER, name);
  /** @type {Measured} */
  const measured = { name, here: [], pyodide: [], python: [] };
  const order = /** @type {const} */ (["here", "pyodide", "python"]);
  let expected = null;
  // One round more: engines optimise in the first one.
  for (let round = 0; round <= rounds; round++) {
    // Whoever comes later finds the device warmer, so they take turns.
    const first = round % order.length;
    for (const place of [...order.slice(first), ...order.slice(0, first)]) {
      const { ms, result } = await places[place](source);
      expected ??= { place, result };
      if (result !== expected.result) {
        throw new Stop(`${name}: ${result} (${place}), but ${expected.result} (${expected.place})`);
      }
      if (round > 0) measured[place].push(ms);
    }
  }
  return measured;
}

/** @param {Measured} measured */
function lineOf({ name, here, pyodide, python }) {
  const title = name.replaceAll("_", " ");
  const ms = `${median(here).toFixed(0)} ms`;
  return line(title, ms, ratio(pyodide, here), ratio(python, here), LEAST[name]);
}

/** Of the programs' ratios; its range is that of the rounds' means. @param {readonly Measured[]} all @param {number} rounds */
function meanOf(all, rounds) {
  const mean = (/** @type {"pyodide" | "python"} */ place) => {
    const each = Array.from({ length: rounds }, (_, round) =>
      geometricMean(all.map((one) => (one[place][round] ?? Number.NaN) / (one.here[round] ?? 0))),
    );
    const value = geometricMean(all.map((one) => ratio(one[place], one.here).value));
    return { value, low: Math.min(...each), high: Math.max(...each) };
  };
  return line("geometric mean", "", mean("pyodide"), mean("python"), LEAST_MEAN);
}

/**
 * @param {string} title @param {string} ms
 * @param {import("./statistics.mjs").Ratio} pyodide @param {import("./statistics.mjs").Ratio} python
 * @param {number | undefined} least
 */
function line(title, ms, pyodide, python, least) {
  const met = least === undefined ? null : pyodide.value >= least;
  const bound = least === undefined ? "" : `≥ ${times(least)}`;
  const before = [title, ms, times(pyodide.value), span(pyodide), bound, verdict(met)];
  return { cells: [...before, times(python.value), span(python)], met };
}
