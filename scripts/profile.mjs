// npm run profile: watches the engine while it runs the benchmark's programs, and keeps what it saw
// for the builds, which are fast where it matters and small elsewhere. Needs clang.
import { buildTasks } from "./build/index.mjs";
import { buildNames } from "./build/wasm.mjs";
import { step, stop } from "./lib/step.mjs";
import { needed, runTasks } from "./lib/tasks.mjs";
import { installCounting } from "./profile/tools.mjs";
import { setupTasks } from "./setup/index.mjs";

try {
  await runTasks(needed([...setupTasks, ...buildTasks], ["npm", "chromium", "export", "bindgen"]));
  await installCounting();
  // Only now are the packages there that it needs.
  const [{ buildCounting }, { watch }, { keep }] = await Promise.all([
    import("./profile/build.mjs"),
    import("./profile/watch.mjs"),
    import("./profile/keep.mjs"),
  ]);
  for (const name of buildNames) {
    const folder = await step(`Build what counts in the ${name} build`, () => buildCounting(name));
    const counters = await step(`Watch the ${name} build`, () => watch(name, folder));
    await step(`Keep the profile of the ${name} build`, () => keep(name, counters));
  }
  console.log("\nThe next build is made with it.");
} catch (error) {
  stop(error);
}
