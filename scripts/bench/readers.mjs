// Free-threaded workers that read the same function, constant and list: none waits for another.
import { times as samplesOf } from "./browser.mjs";
import { ratio } from "./statistics.mjs";
import { span, times } from "./table.mjs";

const ROUNDS = 7;
const LEAST = 1.8;
const SOURCE = `
NUMBERS = list(range(1_000))
FACTOR = 3


def weigh(number):
    return number * FACTOR


def task(worker, workers, n: int = 3_000_000):
    total = 0
    for i in range(n):
        total += weigh(NUMBERS[i % 1_000])
    return total
`;

/**
 * @param {import("./browser.mjs").Browser} browser
 * @returns {Promise<import("./table.mjs").Row>}
 */
export async function benchReaders(browser) {
  const results = await browser.run({
    source: SOURCE,
    models: ["free-threaded"],
    workers: [2],
    work: "repeat",
    samples: ROUNDS,
  });
  const speedup = ratio(samplesOf(results, "sequential"), samplesOf(results, "free-threaded"));
  return {
    what: "Reading a shared function, constant and list, repeat, 2 workers: `free-threaded`",
    measured: times(speedup.value),
    range: span(speedup),
    bound: `≥ ${times(LEAST)}`,
    met: speedup.value >= LEAST,
  };
}
