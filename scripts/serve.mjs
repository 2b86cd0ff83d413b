// Serves dist/ on loopback: `node scripts/serve.mjs`. PORT=n asks for that port and no other.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { dist } from "./lib/paths.mjs";
import { answerFrom, listen } from "./lib/static-server.mjs";
import { Stop, stop } from "./lib/step.mjs";

const FIRST_PORT = 8000;
const LAST_PORT = 8099;

/** @param {import("./lib/static-server.mjs").Answer} answer @returns {Promise<string>} the address */
export async function listenAtFirstFree(answer) {
  const wanted = process.env.PORT;
  const first = wanted ? Number(wanted) : FIRST_PORT;
  const last = wanted ? first : LAST_PORT;
  for (let port = first; port <= last; port++) {
    try {
      return (await listen(answer, port)).url;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
  throw new Stop(
    first === last ? `Port ${first} is taken.` : `Ports ${first} to ${last} are taken.`,
  );
}

async function serve() {
  if (!existsSync(dist)) throw new Stop("There is no dist/ yet: npm run build makes it.");
  const url = await listenAtFirstFree(answerFrom({ folder: dist }));
  console.log(`\nGIL playground: ${url}\nCtrl-C ends it.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await serve().catch(stop);
