// Two workers: the speedup of every model, beside that of native code in the same rounds.
import { times as samplesOf } from "./browser.mjs";
import { openNative } from "./native.mjs";
import { ratio } from "./statistics.mjs";
import { span, times } from "./table.mjs";

const ROUNDS = 7;
/** Of what native code reaches. */
const SHARE = 0.95;
const LEAST = 1.75;
const GIL = { low: 0.9, high: 1.05 };

/**
 * @param {import("./browser.mjs").Browser} browser
 * @param {import("./browser.mjs").PlanRequest} experiment
 * @param {string} title
 * @returns {Promise<import("./table.mjs").Row[]>}
 */
export async function benchParallel(browser, experiment, title) {
  const native = await openNative(browser.page);
  /** @type {Record<string, number[]>} */
  const seen = { sequential: [], gil: [], "free-threaded": [], process: [], one: [], two: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const results = await browser.run({ ...experiment, workers: [2], samples: 1, warmups: 1 });
    for (const model of ["sequential", "gil", "free-threaded", "process"]) {
      seen[model]?.push(...samplesOf(results, model));
    }
    const { one, two } = await native.sample();
    seen["one"]?.push(one);
    seen["two"]?.push(two);
  }
  const against = (/** @type {string} */ baseline, /** @type {string} */ model) =>
    ratio(seen[baseline] ?? [], seen[model] ?? []);

  const best = against("one", "two");
  const gil = against("sequential", "gil");
  return [
    {
      what: `${title}: native code in two workers`,
      measured: times(best.value),
      range: span(best),
      bound: "",
      met: null,
    },
    {
      what: `${title}: \`gil\``,
      measured: times(gil.value),
      range: span(gil),
      bound: `${times(GIL.low)} to ${times(GIL.high)}`,
      met: gil.value >= GIL.low && gil.value <= GIL.high,
    },
    ...["free-threaded", "process"].map((model) => {
      const speedup = against("sequential", model);
      const share = speedup.value / best.value;
      return {
        what: `${title}: \`${model}\``,
        measured: `${times(speedup.value)}, ${percent(share)} of native`,
        range: span(speedup),
        bound: `≥ ${times(LEAST)}, ≥ ${percent(SHARE)} of native`,
        met: speedup.value >= LEAST && share >= SHARE,
      };
    }),
  ];
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(0)} %`;
}
