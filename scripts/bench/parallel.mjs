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
 * The speedups of models with two workers, and of native code in the same rounds: what the machine
 * can give at that time.
 * @param {import("./browser.mjs").Browser} browser
 * @param {import("./browser.mjs").PlanRequest} experiment
 * @param {readonly string[]} models
 */
export async function besideNative(browser, experiment, models) {
  const native = await openNative(browser.page);
  /** @type {Record<string, number[]>} */
  const seen = { sequential: [], one: [], two: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const results = await browser.run({ ...experiment, workers: [2], samples: 1, warmups: 1 });
    for (const model of ["sequential", ...models]) {
      (seen[model] ??= []).push(...samplesOf(results, model));
    }
    const { one, two } = await native.sample();
    seen["one"]?.push(one);
    seen["two"]?.push(two);
  }
  const against = (/** @type {string} */ baseline, /** @type {string} */ model) =>
    ratio(seen[baseline] ?? [], seen[model] ?? []);
  const best = against("one", "two");
  const speedup = (/** @type {string} */ model) => {
    const found = against("sequential", model);
    const share = found.value / best.value;
    const measured = `${times(found.value)}, ${percent(share)} of native`;
    return { value: found.value, share, measured, range: span(found) };
  };
  return { native: best, speedup };
}

/**
 * @param {import("./browser.mjs").Browser} browser
 * @param {import("./browser.mjs").PlanRequest} experiment
 * @param {string} title
 * @returns {Promise<import("./table.mjs").Row[]>}
 */
export async function benchParallel(browser, experiment, title) {
  const models = ["gil", "free-threaded", "process"];
  const { native: best, speedup } = await besideNative(browser, experiment, models);
  const gil = speedup("gil");
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
      range: gil.range,
      bound: `${times(GIL.low)} to ${times(GIL.high)}`,
      met: gil.value >= GIL.low && gil.value <= GIL.high,
    },
    ...["free-threaded", "process"].map((model) => {
      const { value, share, measured, range } = speedup(model);
      return {
        what: `${title}: \`${model}\``,
        measured,
        range,
        bound: `≥ ${times(LEAST)}, ≥ ${percent(SHARE)} of native`,
        met: value >= LEAST && share >= SHARE,
      };
    }),
  ];
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(0)} %`;
}
