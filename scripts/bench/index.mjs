// All measurements, one after another, and their tables.
import { cpus } from "node:os";
import { Stop, step } from "../lib/step.mjs";
import { openBrowser } from "./browser.mjs";
import { benchContention } from "./contention.mjs";
import { benchDefaultRun } from "./default-run.mjs";
import { benchHandOffs } from "./hand-offs.mjs";
import { benchFreeThreaded, benchPython } from "./one-worker.mjs";
import { CONTENTION, ORDINARY, SCALING } from "./options.mjs";
import { benchOrdinary } from "./ordinary.mjs";
import { benchParallel } from "./parallel.mjs";
import { benchReaders } from "./readers.mjs";
import { benchScaling } from "./scaling.mjs";
import { benchSizes } from "./sizes.mjs";
import { tableOf } from "./table.mjs";
import { benchTrace } from "./trace.mjs";

/**
 * @typedef {import("./browser.mjs").Browser} Browser
 * @typedef {import("./table.mjs").Row} Row
 * @typedef {{ name: string, title: string, run: (browser: Browser) => Promise<Row[]> | Row[] }} Part
 */

/** What the table of bounds is made of. @type {readonly Part[]} */
const PARTS = [
  {
    name: "parallel",
    title: "countdown, split",
    run: (browser) =>
      benchParallel(
        browser,
        { program: "countdown", work: "split" },
        "countdown(50000000), split, 2 workers",
      ),
  },
  {
    name: "parallel",
    title: "fib, repeat",
    run: (browser) =>
      benchParallel(
        browser,
        { program: "fib", args: { n: 35 }, work: "repeat" },
        "fib(35), repeat, 2 workers",
      ),
  },
  one("hand-offs", "Hand-offs at 5 ms", (browser) => benchHandOffs(browser, 5)),
  one("hand-offs", "Hand-offs at 50 ms", (browser) => benchHandOffs(browser, 50)),
  one("free-threaded", "countdown, free-threaded", (browser) =>
    benchFreeThreaded(browser, "countdown", 50_000_000),
  ),
  one("free-threaded", "fib, free-threaded", (browser) => benchFreeThreaded(browser, "fib", 35)),
  one("python", "countdown and python3", (browser) =>
    benchPython(browser, "countdown", { n: 50_000_000 }, 5),
  ),
  one("python", "fib and python3", (browser) => benchPython(browser, "fib", { n: 32 }, 2)),
  one("python", "bubble sort and python3", (browser) =>
    benchPython(browser, "bubble-sort", { n: 2_000, lists: 2 }, 1),
  ),
  one("python", "word count and python3", (browser) =>
    benchPython(browser, "word-count", { n: 20_000 }, 1),
  ),
  one("readers", "Readers of what is shared", benchReaders),
  one("trace", "Trace, GIL", (browser) => benchTrace(browser, "gil")),
  one("trace", "Trace, free-threaded", (browser) => benchTrace(browser, "free-threaded")),
  { name: "default-run", title: "The default experiment", run: benchDefaultRun },
  { name: "sizes", title: "Sizes", run: benchSizes },
];

/**
 * @param {import("./options.mjs").Options} options
 * @returns {Promise<{ machine: string, tables: import("./table.mjs").Table[], missed: number }>} with
 *   how many bounds are not met
 */
export async function bench(options) {
  const names = choose(options.only);
  const browser = await openBrowser();
  const rows = [];
  for (const { name, title, run } of PARTS) {
    if (names.has(name)) rows.push(...(await step(title, async () => run(browser))));
  }
  const tables = rows.length === 0 ? [] : [tableOf("Concurrency, speed and size, each with its bound.", rows)];
  let missed = rows.filter(({ met }) => met === false).length;
  const whole = /** @type {const} */ ([
    [ORDINARY, benchOrdinary],
    [SCALING, benchScaling],
    [CONTENTION, benchContention],
  ]);
  for (const [name, part] of whole) {
    if (!names.has(name)) continue;
    const measured = await part(browser, options);
    tables.push(measured.table);
    missed += measured.missed;
  }
  await browser.close();
  const { cores } = browser.environment;
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${date}, Chromium ${browser.version}, ${cores} cores (${cpus()[0]?.model ?? "unknown"}).`;
  return { machine, tables, missed };
}

/** @param {string} name @param {string} title @param {(browser: Browser) => Promise<Row>} run @returns {Part} */
function one(name, title, run) {
  return { name, title, run: async (browser) => [await run(browser)] };
}

/** @param {readonly string[]} only */
function choose(only) {
  const all = new Set([...PARTS.map(({ name }) => name), ORDINARY, SCALING, CONTENTION]);
  const unknown = only.filter((name) => !all.has(name));
  if (unknown.length > 0) {
    throw new Stop(`There is no part ${unknown.join(", ")}. There are: ${[...all].join(", ")}.`);
  }
  return only.length === 0 ? all : new Set(only);
}
