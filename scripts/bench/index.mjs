// All measurements, one after another, and their table.
import { cpus } from "node:os";
import { step } from "../lib/step.mjs";
import { openBrowser } from "./browser.mjs";
import { benchDefaultRun } from "./default-run.mjs";
import { benchHandOffs } from "./hand-offs.mjs";
import { benchFreeThreaded, benchPython } from "./one-worker.mjs";
import { benchParallel } from "./parallel.mjs";
import { benchReaders } from "./readers.mjs";
import { benchSizes } from "./sizes.mjs";
import { toMarkdown } from "./table.mjs";
import { benchTrace } from "./trace.mjs";

/** @returns {Promise<{ markdown: string, missed: number }>} how many bounds are not met */
export async function bench() {
  const browser = await openBrowser();
  const rows = [
    ...(await step("countdown, split", () =>
      benchParallel(
        browser,
        { program: "countdown", work: "split" },
        "countdown(50000000), split, 2 workers",
      ),
    )),
    ...(await step("fib, repeat", () =>
      benchParallel(
        browser,
        { program: "fib", args: { n: 35 }, work: "repeat" },
        "fib(35), repeat, 2 workers",
      ),
    )),
    await step("Hand-offs at 5 ms", () => benchHandOffs(browser, 5)),
    await step("Hand-offs at 50 ms", () => benchHandOffs(browser, 50)),
    await step("countdown, free-threaded", () =>
      benchFreeThreaded(browser, "countdown", 50_000_000),
    ),
    await step("fib, free-threaded", () => benchFreeThreaded(browser, "fib", 35)),
    await step("countdown and python3", () => benchPython(browser, "countdown", { n: 50_000_000 }, 5)),
    await step("fib and python3", () => benchPython(browser, "fib", { n: 32 }, 2)),
    await step("bubble sort and python3", () =>
      benchPython(browser, "bubble-sort", { n: 2_000, lists: 2 }, 1),
    ),
    await step("word count and python3", () => benchPython(browser, "word-count", { n: 20_000 }, 1)),
    await step("Readers of what is shared", () => benchReaders(browser)),
    await step("Trace, GIL", () => benchTrace(browser, "gil")),
    await step("Trace, free-threaded", () => benchTrace(browser, "free-threaded")),
    ...(await step("The default experiment", () => benchDefaultRun(browser))),
    ...benchSizes(),
  ];
  await browser.close();
  const { cores } = browser.environment;
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${date}, Chromium ${browser.version}, ${cores} cores (${cpus()[0]?.model ?? "unknown"}).`;
  return {
    markdown: toMarkdown(machine, rows),
    missed: rows.filter(({ met }) => met === false).length,
  };
}
