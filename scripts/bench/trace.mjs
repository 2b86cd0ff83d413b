// What recording the trace costs: the same runs with and without it, in turn.
import { times as samplesOf } from "./browser.mjs";
import { median } from "./statistics.mjs";
import { span, times } from "./table.mjs";

const ROUNDS = 30;
const SAMPLES = 5;
const MOST = 1.01;

/**
 * @param {import("./browser.mjs").Browser} browser @param {string} model
 * @returns {Promise<import("./table.mjs").Row>}
 */
export async function benchTrace(browser, model) {
  const experiment = { program: "countdown", args: { n: 20_000_000 }, models: [model] };
  /** Of each round: neighbours in time see the same device. @type {Record<"on" | "off", number[]>} */
  const seen = { on: [], off: [] };
  for (let round = 0; round < ROUNDS; round++) {
    // Whoever comes second finds the device warmer, so they take turns.
    for (const trace of round % 2 === 0 ? [true, false] : [false, true]) {
      const results = await browser.run({
        ...experiment,
        workers: [2],
        samples: SAMPLES,
        warmups: round === 0 ? 2 : 0,
        trace,
      });
      seen[trace ? "on" : "off"].push(median(samplesOf(results, model)));
    }
  }
  const each = seen.on.map((on, round) => on / (seen.off[round] ?? Number.NaN));
  const cost = { value: median(each), low: Math.min(...each), high: Math.max(...each) };
  return {
    what: `countdown(20000000), \`${model}\`, 2 workers: time with / without the trace`,
    measured: cost.value.toFixed(3),
    range: span(cost, (value) => value.toFixed(2)),
    bound: `≤ ${times(MOST)}`,
    met: cost.value <= MOST,
  };
}
