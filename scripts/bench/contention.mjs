// What threads without a GIL share, and what it costs them: one thread, then two that do as much each.
import { times as samplesOf } from "./browser.mjs";
import { CONTENTION as TITLE } from "./options.mjs";
import { CONTENTION, namesOf, sourceOf } from "./programs.mjs";
import { freeThreaded, timeThreads } from "./python.mjs";
import { ratio } from "./statistics.mjs";
import { span, times, verdict } from "./table.mjs";
import { step } from "../lib/step.mjs";

/** What two threads must get where they wait for nothing of each other's. */
const LEAST = 1.6;
/** Where that is so. */
const FREE = new Set(["one_method", "own_list_and_dict"]);
const MODEL = "free-threaded";

/** @typedef {{ one: number[], two: number[] }} Measured in milliseconds, by round */

/**
 * @param {import("./browser.mjs").Browser} browser
 * @param {import("./options.mjs").Options} options
 * @returns {Promise<{ table: import("./table.mjs").Table, missed: number }>}
 */
export async function benchContention(browser, { programs, rounds }) {
  const all = namesOf(CONTENTION);
  const chosen = programs.length === 0 ? all : all.filter((name) => programs.includes(name));
  const python = await freeThreaded();
  const lines = [];
  for (const name of chosen) {
    lines.push(
      await step(name, async () => {
        const here = await measure(rounds, (threads) => timeHere(browser, name, threads));
        const source = sourceOf(CONTENTION, name);
        const inPython = (/** @type {number} */ threads) => timeThreads(source, threads);
        const there = python === null ? null : await measure(rounds, inPython);
        return lineOf(name, here, there);
      }),
    );
  }
  return {
    table: {
      place: TITLE,
      caption:
        `Two threads without a GIL, each with the whole job, in the time of one: 2× is as if the other ` +
        `were not there. Medians of ${rounds} rounds.`,
      head: ["program", "here", "min–max", "bound", "met", python ?? "CPython", "min–max"],
      rows: lines.map(({ cells }) => cells),
    },
    missed: lines.filter(({ met }) => met === false).length,
  };
}

/**
 * @param {number} rounds @param {(threads: number) => Promise<number>} time
 * @returns {Promise<Measured>}
 */
async function measure(rounds, time) {
  /** @type {Measured} */
  const measured = { one: [], two: [] };
  // One round more: engines optimise in the first one.
  for (let round = 0; round <= rounds; round++) {
    const [one, two] = [await time(1), await time(2)];
    if (round === 0) continue;
    measured.one.push(one);
    measured.two.push(two);
  }
  return measured;
}

/** @param {import("./browser.mjs").Browser} browser @param {string} name @param {number} threads */
async function timeHere(browser, name, threads) {
  const results = await browser.run({
    source: sourceOf(CONTENTION, name),
    models: [MODEL],
    workers: [threads],
    work: "repeat",
    samples: 1,
    warmups: 1,
    trace: false,
  });
  return samplesOf(results, MODEL)[0] ?? Number.NaN;
}

/** @param {string} name @param {Measured} here @param {Measured | null} there */
function lineOf(name, here, there) {
  const found = worth(here);
  const met = FREE.has(name) ? found.value >= LEAST : null;
  const bound = met === null ? "" : `≥ ${times(LEAST)}`;
  const cells = [name.replaceAll("_", " "), times(found.value), span(found), bound, verdict(met)];
  const other = there && worth(there);
  cells.push(...(other ? [times(other.value), span(other)] : ["", ""]));
  return { cells, met };
}

/** @param {Measured} measured */
const worth = ({ one, two }) =>
  ratio(
    one.map((ms) => 2 * ms),
    two,
  );
