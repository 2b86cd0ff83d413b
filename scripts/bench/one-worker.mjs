// One worker: the price of being free-threaded, and the speed beside the machine's own python3.
import { times as samplesOf } from "./browser.mjs";
import { time, version } from "./python.mjs";
import { ratio } from "./statistics.mjs";
import { span, times } from "./table.mjs";

const ROUNDS = 7;
const MOST_OVERHEAD = 1.05;

/**
 * @param {import("./browser.mjs").Browser} browser @param {string} program @param {number} n
 * @returns {Promise<import("./table.mjs").Row>}
 */
export async function benchFreeThreaded(browser, program, n) {
  const models = ["free-threaded"];
  const results = await browser.run({
    program,
    args: { n },
    models,
    workers: [1],
    samples: ROUNDS,
  });
  const cost = ratio(samplesOf(results, "free-threaded"), samplesOf(results, "sequential"));
  return {
    what: `${program}(${n}), one worker: time \`free-threaded\` / \`sequential\``,
    measured: times(cost.value),
    range: span(cost),
    bound: `≤ ${times(MOST_OVERHEAD)}`,
    met: cost.value <= MOST_OVERHEAD,
  };
}

/**
 * @param {import("./browser.mjs").Browser} browser @param {string} program
 * @param {Record<string, number>} args @param {number} least how many times as fast as python3
 * @returns {Promise<import("./table.mjs").Row>}
 */
export async function benchPython(browser, program, args, least) {
  const source = browser.programs.find(({ id }) => id === program)?.source ?? "";
  /** @type {number[]} */
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round++) {
    const models = ["sequential"];
    const results = await browser.run({ program, args, models, workers: [1], samples: 1 });
    ours.push(...samplesOf(results, "sequential"));
    theirs.push((await time(source, args)).ms);
  }
  const speedup = ratio(theirs, ours);
  return {
    what: `${program}(${args["n"]}), one worker: times as fast as ${await version()}`,
    measured: times(speedup.value),
    range: span(speedup),
    bound: `≥ ${times(least)}`,
    met: speedup.value >= least,
  };
}
