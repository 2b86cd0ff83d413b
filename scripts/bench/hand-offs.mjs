// Does the GIL change hands once per switch interval, as CPython's does?
import { Stop } from "../lib/step.mjs";
import { median } from "./statistics.mjs";
import { span } from "./table.mjs";

const SAMPLES = 5;
const TOLERANCE = 0.15;
/** Long enough for dozens of intervals. */
const COUNT = 300_000_000;

/**
 * @param {import("./browser.mjs").Browser} browser @param {number} switchIntervalMs
 * @returns {Promise<import("./table.mjs").Row>}
 */
export async function benchHandOffs(browser, switchIntervalMs) {
  const results = await browser.run({
    program: "countdown",
    args: { n: COUNT },
    work: "split",
    models: ["gil"],
    workers: [2],
    samples: SAMPLES,
    switchIntervalMs,
  });
  const samples = results.find(({ model }) => model === "gil")?.samples ?? [];
  const shares = samples.map(({ handOffs, computeMs }) => {
    if (handOffs === null) throw new Stop("A sample under the GIL does not count its hand-offs.");
    return handOffs / (computeMs / switchIntervalMs);
  });
  const share = median(shares);
  return {
    what: `GIL hand-offs at ${switchIntervalMs} ms, of run time / interval`,
    measured: format(share),
    range: span({ low: Math.min(...shares), high: Math.max(...shares) }, format),
    bound: `${format(1 - TOLERANCE)} to ${format(1 + TOLERANCE)}`,
    met: Math.abs(share - 1) <= TOLERANCE,
  };
}

/** @param {number} value */
function format(value) {
  return value.toFixed(2);
}
