// Two workers that do the same each, free-threaded and as processes: what sharing a memory costs.
import { times as samplesOf } from "./browser.mjs";
import { SCALING } from "./options.mjs";
import { OBJECTS, ORDINARY, namesOf, sourceOf } from "./programs.mjs";
import { ratio } from "./statistics.mjs";
import { span, times, verdict } from "./table.mjs";
import { step } from "../lib/step.mjs";

/** Of the processes' speedup. */
const LEAST_SHARE = 0.9;
/** Free-threaded with one worker, of the time of the sequential run. */
const MOST_TIME = 1.15;

/**
 * @typedef {{ folder: URL, name: string }} Program
 * @typedef {{ sequential: number[], one: number[], two: number[], processes: number[] }} Measured in
 *   milliseconds, by round
 */

/**
 * @param {import("./browser.mjs").Browser} browser
 * @param {import("./options.mjs").Options} options
 * @returns {Promise<{ table: import("./table.mjs").Table, missed: number }>}
 */
export async function benchScaling(browser, { programs, rounds }) {
  const all = [ORDINARY, OBJECTS].flatMap((folder) =>
    namesOf(folder).map((name) => ({ folder, name })),
  );
  const chosen = programs.length === 0 ? all : all.filter(({ name }) => programs.includes(name));
  const lines = [];
  for (const program of chosen) {
    const title = titleOf(program);
    lines.push(lineOf(title, await step(title, () => measure(browser, program, rounds))));
  }
  return {
    table: {
      place: SCALING,
      caption: `Two workers, each with the whole job: speedup, medians of ${rounds} rounds.`,
      head: [
        "program",
        "one free-threaded",
        "free-threaded",
        "min–max",
        "processes",
        "min–max",
        `≥ ${LEAST_SHARE.toFixed(2)} of them`,
        `one ≥ ${(1 / MOST_TIME).toFixed(2)}`,
      ],
      rows: lines.map(({ cells }) => cells),
    },
    missed: lines.filter(({ met }) => !met).length,
  };
}

/** @param {Program} program */
function titleOf({ folder, name }) {
  const title = name.replaceAll("_", " ");
  return folder === OBJECTS ? `a million ${title}` : title;
}

/** @param {import("./browser.mjs").Browser} browser @param {Program} program @param {number} rounds */
async function measure(browser, { folder, name }, rounds) {
  const source = sourceOf(folder, name);
  /** @type {Measured} */
  const measured = { sequential: [], one: [], two: [], processes: [] };
  // One round more: engines optimise in the first one.
  for (let round = 0; round <= rounds; round++) {
    const run = async (/** @type {string[]} */ models, /** @type {number} */ workers) =>
      browser.run({
        source,
        models,
        workers: [workers],
        work: "repeat",
        samples: 1,
        warmups: 1,
        trace: false,
      });
    const alone = await run(["sequential", "free-threaded"], 1);
    const both = await run(["sequential", "free-threaded", "process"], 2);
    if (round === 0) continue;
    measured.sequential.push(...samplesOf(alone, "sequential"));
    measured.one.push(...samplesOf(alone, "free-threaded"));
    measured.two.push(...samplesOf(both, "free-threaded"));
    measured.processes.push(...samplesOf(both, "process"));
  }
  return measured;
}

/** @param {string} title @param {Measured} measured */
function lineOf(title, { sequential, one, two, processes }) {
  const twice = sequential.map((ms) => 2 * ms);
  const alone = ratio(sequential, one);
  const threads = ratio(twice, two);
  const apart = ratio(twice, processes);
  const scales = threads.value >= LEAST_SHARE * apart.value;
  const isCheap = alone.value >= 1 / MOST_TIME;
  const cells = [title, times(alone.value), times(threads.value), span(threads)];
  cells.push(times(apart.value), span(apart), verdict(scales), verdict(isCheap));
  return { cells, met: scales && isCheap };
}
