// Serves dist/ on loopback: `node scripts/serve.mjs`. PORT=n asks for that port and no other.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { dist } from "./lib/paths.mjs";
import { serveFolder } from "./lib/static-server.mjs";
import { Stop, stop } from "./lib/step.mjs";

const FIRST_PORT = 8000;
const LAST_PORT = 8099;

export async function serve() {
  if (!existsSync(dist)) throw new Stop("There is no dist/ yet: npm run build makes it.");
  const { url } = await serveFirstFree();
  console.log(`\nGIL playground: ${url}\nCtrl-C ends it.`);
}

async function serveFirstFree() {
  const wanted = process.env.PORT;
  const first = wanted ? Number(wanted) : FIRST_PORT;
  const last = wanted ? first : LAST_PORT;
  for (let port = first; port <= last; port++) {
    try {
      return await serveFolder({ folder: dist, port });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
  throw new Stop(
    first === last ? `Port ${first} is taken.` : `Ports ${first} to ${last} are taken.`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await serve().catch(stop);
