// Free-threaded workers that read the same function, constant and list: none waits for another.
import { besideNative } from "./parallel.mjs";
import { times } from "./table.mjs";

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
  const model = "free-threaded";
  const experiment = { source: SOURCE, models: [model], work: /** @type {const} */ ("repeat") };
  const { speedup } = await besideNative(browser, experiment, [model]);
  const { value, measured, range } = speedup(model);
  return {
    what: `Reading a shared function, constant and list, repeat, 2 workers: \`${model}\``,
    measured,
    range,
    bound: `≥ ${times(LEAST)}`,
    met: value >= LEAST,
  };
}
