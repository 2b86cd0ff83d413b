// Builds dist/: a self-contained static site, for any static host and any sub-path.
import { needed, runTasks } from "../lib/tasks.mjs";
import { setupTasks } from "../setup/index.mjs";
import { makeFirstSite, makeSite } from "./site.mjs";
import { exportTypes } from "./types.mjs";
import { buildBindgen, buildWasm } from "./wasm.mjs";

/** @type {import("../lib/tasks.mjs").Task[]} */
export const buildTasks = [
  { name: "single", after: ["rust"], uses: "target/single", run: () => buildWasm("single") },
  { name: "export", after: ["rust"], uses: "target", run: exportTypes },
  { name: "bindgen", after: ["rust"], run: buildBindgen },
  { name: "first-site", after: ["npm", "export", "single"], run: makeFirstSite },
  { name: "threads", after: ["bindgen"], uses: "target/threads", run: () => buildWasm("threads") },
  { name: "site", after: ["npm", "export", "single", "threads"], run: makeSite },
];

/** Sets up what it needs, too. */
export async function build() {
  await runTasks(needed([...setupTasks, ...buildTasks], ["site"]));
}
