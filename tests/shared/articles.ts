/** Pages of other people that have the playground in them, on hosts that send no headers. */
import { createServer } from "node:http";

/** A small job, few and short runs: as attributes, and as a link. */
export const SMALL = 'program="countdown" args-n="5_000_000" workers="2" samples="2" warmups="0"';
export const SMALL_LINK = "#v=1&program=countdown&args.n=5000000&workers=2&samples=2&warmups=0";

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
