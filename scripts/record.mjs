// npm run record [-- PROGRAM …]: measures the bundled programs with the usual settings in a headless
// Chromium, and keeps the reports that the page shows where no engine can run.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./bench/browser.mjs";
import { build } from "./build/index.mjs";
import { recordings } from "./lib/paths.mjs";
import { recordingOf } from "./lib/recording.mjs";
import { Stop, step, stop } from "./lib/step.mjs";

try {
  await build();
  await record(process.argv.slice(2));
} catch (error) {
  stop(error);
}

/** @param {string[]} wanted ids of programs; all if there are none */
async function record(wanted) {
  const browser = await openBrowser();
  try {
    const ids = browser.programs.map(({ id }) => id);
    const unknown = wanted.filter((id) => !ids.includes(id));
    if (unknown.length > 0) throw new Stop(`There is no program ${unknown.join(", ")}.`);
    for (const id of wanted.length > 0 ? wanted : ids) {
      await step(`Record ${id}`, () => recordOne(browser, id));
    }
  } finally {
    await browser.close();
  }
}

/** @param {import("./bench/browser.mjs").Browser} browser @param {string} id */
async function recordOne(browser, id) {
  const report = await browser.report({ program: id, size: "auto" });
  writeFileSync(join(recordings, `${id}.json`), `${recordingOf(report)}\n`);
}
