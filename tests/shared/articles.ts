/** Pages of other people that have the playground in them, on hosts that send no headers. */
import type { Report } from "../../www/generated/types";
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
  "Threads with a GIL",
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

/** The bundled program that sleeps: worker 0 does again and again, while worker 1 computes. */
export function ioWaitIn(site: string): string {
  return `<gil-playground src="${site}" program="io-wait" args-n="20000000" models="gil"
    workers="2" samples="2" warmups="0"></gil-playground>`;
}

/** Both workers do nothing but sleep, for as long. */
export function asleepIn(site: string): string {
  return `<gil-playground src="${site}" models="gil" workers="2" samples="2" warmups="0"><pre><code>
    import time
    def task(worker, workers):
        for _ in range(20):
            time.sleep(0.02)
  </code></pre></gil-playground>`;
}

const ASLEEP_MS = 20 * 20;

/** What two workers with a GIL did. */
interface TwoWorkers {
  computeMs: number;
  timeUses: { runningMs: number; waitingMs: number; blockedMs: number }[];
  /** While worker 0 was blocked, worker 1 was running or blocked for so long. */
  meanwhileMs: number;
}

/** Runs the element of a page; for the page. */
export async function runWithGil(): Promise<TwoWorkers> {
  const report = (await document.querySelector("gil-playground")?.run()) as Report | undefined;
  const gil = report?.results.find(({ model }) => model === "gil");
  if (gil === undefined || gil.trace === null) throw new Error("no run with a GIL was traced");
  const { trace, median } = gil;
  const [first, second] = trace.lanes.map(({ states, endsMs }) =>
    states.map((state, index) => {
      return { state, startMs: endsMs[index - 1] ?? 0, endMs: endsMs[index] ?? 0 };
    }),
  );
  let meanwhileMs = 0;
  for (const asleep of first?.filter(({ state }) => state === "sleeping") ?? []) {
    for (const { state, startMs, endMs } of second ?? []) {
      if (state !== "running" && state !== "sleeping") continue;
      const both = Math.min(asleep.endMs, endMs) - Math.max(asleep.startMs, startMs);
      meanwhileMs += Math.max(0, both);
    }
  }
  const timeUses = trace.lanes.map(({ timeUse }) => timeUse);
  return { computeMs: median.computeMs, timeUses, meanwhileMs };
}

/** What speaks against that sleeping leaves the lock to others: nothing, if all is well. */
export function whyNotOverlapping(asleep: TwoWorkers, ioWait: TwoWorkers): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string, found: TwoWorkers): void => {
    if (!holds) faults.push(`${what}: ${JSON.stringify(found)}`);
  };
  for (const { blockedMs, runningMs } of asleep.timeUses) {
    must(blockedMs > ASLEEP_MS / 2, "both sleep", asleep);
    must(runningMs < ASLEEP_MS / 2, "nobody has the lock while both sleep", asleep);
  }
  must(asleep.computeMs < 1.5 * ASLEEP_MS, "together they take hardly longer than one", asleep);
  must(asleep.meanwhileMs > ASLEEP_MS / 2, "they sleep at the same time", asleep);
  const [waits, computes] = ioWait.timeUses;
  must((waits?.blockedMs ?? 0) > 20, "one worker sleeps", ioWait);
  must(computes?.blockedMs === 0, "and one does not", ioWait);
  must(ioWait.meanwhileMs > 10, "which computes meanwhile", ioWait);
  return faults;
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
      const { startedAt, durationMs } = (await element.run()) as Report;
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
