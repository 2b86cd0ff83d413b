/** Pages of other people that have the playground in them, on hosts that send no headers. */
import { createServer } from "node:http";

const FEW = { workers: "2", samples: "2", warmups: "0" };

/** Few runs of a job of this size: as attributes, and as a link. */
export function counting(n: number): { attributes: string; link: string } {
  const few = Object.entries(FEW);
  const attributes = few.map(([name, value]) => `${name}="${value}"`).join(" ");
  const fields = few.map(([name, value]) => `&${name}=${value}`).join("");
  return {
    attributes: `program="countdown" args-n="${n}" models="gil free-threaded process" ${attributes}`,
    link: `#v=1&program=countdown&args.n=${n}&models=gil,free-threaded,process${fields}`,
  };
}

/** A small one. */
export const { attributes: SMALL, link: SMALL_LINK } = counting(5_000_000);

/** What ran, by the names that the chart and its table give it. */
export const WITH_SHARED_MEMORY = [
  "Sequential",
  "Threads with a GIL",
  "Free-threaded threads",
  "Processes",
];
export const WITHOUT_SHARED_MEMORY = [
  "Sequential",
  "Threads with a GIL passed by messages",
  "Free-threaded threads without shared memory",
  "Processes",
];

/** The status of the frame after a run. */
export const FOUND = /^With 2 workers/;

/** An article: text, what is embedded, and text below it. */
export function article(embedded: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>An article</title>
<meta name="viewport" content="width=device-width" /><link rel="icon" href="data:," />${head}</head>
<body><h1>Threads</h1><p>Some words.</p>${embedded}<p id="below">More words.</p></body></html>`;
}

/** The script tag for the element. */
export function scriptOf(site: string): string {
  return `<script type="module" crossorigin src="${site}gil-playground.js"></script>`;
}

/** The tag for a plain frame of embed.html. */
export function frameTag(site: string, hash = SMALL_LINK, attributes = ""): string {
  return `<iframe src="${site}embed.html${hash}" ${attributes} width="640" height="900"
    title="GIL playground"></iframe>`;
}

/** From when until when a run took its device. */
interface Turn {
  startedAt: number;
  endedAt: number;
}

/** Runs all elements of a page at once; for the page. */
export function runAll(): Promise<Turn[]> {
  return Promise.all(
    Array.from(document.querySelectorAll("gil-playground"), async (element) => {
      const { startedAt, durationMs } = await element.run();
      return { startedAt, endedAt: startedAt + durationMs };
    }),
  );
}

/** Turns that began before an earlier one had ended. */
export function overlaps(turns: readonly Turn[]): number {
  const ordered = turns.toSorted((one, other) => one.startedAt - other.startedAt);
  return ordered.filter(({ startedAt }, index) => {
    const earlier = ordered[index - 1];
    return earlier !== undefined && startedAt < earlier.endedAt;
  }).length;
}

/** Serves a page from an origin, and a site, of its own. */
export async function serveArticle(
  html: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(html);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const close = (): Promise<void> =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${address.port}/`, close };
}
