/** The built site on servers of its own. */
import { dist } from "../../scripts/lib/paths.mjs";
import { serveFolder } from "../../scripts/lib/static-server.mjs";

/** Addresses of the built site, each with a slash at its end. */
export interface Sites {
  /** With the headers that isolate it. */
  isolated: string;
  /** As a static host without any settings serves it. */
  plain: string;
  /** Isolated, in a folder of a larger site. */
  nested: string;
  /** Both. */
  plainNested: string;
}

const FOLDER = "/blog/2026/gil/";

export async function serveSites(): Promise<{ sites: Sites; close: () => Promise<void> }> {
  const [isolated, plain, nested, plainNested] = await Promise.all([
    serveFolder({ folder: dist, port: 0 }),
    serveFolder({ folder: dist, port: 0, isolated: false }),
    serveFolder({ folder: dist, port: 0, path: FOLDER }),
    serveFolder({ folder: dist, port: 0, path: FOLDER, isolated: false }),
  ]);
  const sites = { isolated, plain, nested, plainNested };
  const urls = Object.entries(sites).map(([name, { url }]) => [name, url]);
  return {
    sites: Object.fromEntries(urls) as Sites,
    close: async () => {
      await Promise.all(Object.values(sites).map((server) => server.close()));
    },
  };
}
