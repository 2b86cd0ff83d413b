// What npm start serves before all is built.
import { REVALIDATE } from "../build/headers.mjs";
import { seconds, steps } from "../lib/step.mjs";

/** Without isolation the page takes the build without threads; nothing of it may be kept. */
export const notIsolated = () => ({ "Cache-Control": REVALIDATE });

/** Asks for itself again until there is something better. */
const RELOAD_S = 3;

/** @type {import("../lib/static-server.mjs").Answer} */
export const answerThatItIsBuilt = (_, response) => {
  response.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(page());
};

function page() {
  const now = performance.now();
  const items = steps.map(({ title, start, ms }) =>
    ms === null
      ? `<li><b>${title}</b> … ${Math.round((now - start) / 1000)} s</li>`
      : `<li>${title}: ${seconds(ms)}</li>`,
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="refresh" content="${RELOAD_S}" />
    <title>GIL playground is being built</title>
    <style>
      body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
    </style>
  </head>
  <body>
    <h1>GIL playground is being built</h1>
    <p>The first time that takes minutes; this page becomes the playground by itself.</p>
    <ol>${items.join("")}</ol>
    <h2>What it will show</h2>
    <p>
      The same small Python program, run under several concurrency models by workers of your browser:
      one after the other; by threads that share one lock, as in the usual CPython, so that one of
      them runs at a time and hands the lock on when another has waited 5 ms for it; by threads
      without that lock, as in the free-threaded CPython, which may all run at once and must then
      take care of what they share; and by processes, which share nothing and copy what they pass.
    </p>
    <p>
      Look at which of them make a program faster, and by how much: one that reckons, one that waits,
      one that hashes with the lock given away, one that all change the same list with. The timeline
      below the bars shows who ran, who waited for the lock, and each time that it was handed on.
    </p>
    <p>
      The engine is being compiled twice: without threads, for pages that may not share memory, and
      with them. The page opens with the first while the second is being made; once the terminal
      tells that all is there, reload it.
    </p>
  </body>
</html>
`;
}
