// npm start: sets up, builds, and serves the page: what is there of it from the first moment on.
import { existsSync } from "node:fs";
import { buildTasks } from "./build/index.mjs";
import { dist, firstSite } from "./lib/paths.mjs";
import { answerFrom } from "./lib/static-server.mjs";
import { stop } from "./lib/step.mjs";
import { needed, runTasks } from "./lib/tasks.mjs";
import { listenAtFirstFree } from "./serve.mjs";
import { setupTasks } from "./setup/index.mjs";
import { answerThatItIsBuilt, notIsolated } from "./start/meanwhile.mjs";

try {
  let answer = answerThatItIsBuilt;
  const url = await listenAtFirstFree((request, response) => answer(request, response));
  console.log(`GIL playground: ${url}, which says what is being built until it is there.`);
  const showFirst = {
    name: "show-first",
    after: ["first-site"],
    run: async () => {
      answer = answerFrom({ folder: firstSite, settings: notIsolated });
      console.log(`\nThe page is at ${url}\nIts build with threads is still being made.\n`);
    },
  };
  const goals = existsSync(dist) ? ["site"] : ["site", showFirst.name];
  await runTasks(needed([...setupTasks, ...buildTasks, showFirst], goals));
  answer = answerFrom({ folder: dist });
  console.log(`\nGIL playground: ${url}\nAll of it is there; reload a page from before. Ctrl-C ends it.`);
} catch (error) {
  stop(error);
}
