/** Playwright's test, with the built site on servers of its own, and no error unnoticed. */
import { test as base, expect } from "@playwright/test";
import { dist } from "../../scripts/lib/paths.mjs";
import { serveFolder } from "../../scripts/lib/static-server.mjs";

export { expect };

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

export const test = base.extend<object, { sites: Sites }>({
  sites: [
    async ({}, use) => {
      const servers = await Promise.all([
        serveFolder({ folder: dist, port: 0 }),
        serveFolder({ folder: dist, port: 0, isolated: false }),
        serveFolder({ folder: dist, port: 0, path: FOLDER }),
        serveFolder({ folder: dist, port: 0, path: FOLDER, isolated: false }),
      ]);
      const urls = servers.map(({ url }) => url);
      const [isolated = "", plain = "", nested = "", plainNested = ""] = urls;
      await use({ isolated, plain, nested, plainNested });
      await Promise.all(servers.map((server) => server.close()));
    },
    { scope: "worker" },
  ],

  /** Every page of it is watched. */
  context: async ({ context }, use) => {
    const errors: string[] = [];
    context.on("weberror", (error) => errors.push(String(error.error())));
    context.on("page", (page) => page.on("crash", () => errors.push("the page crashed")));
    context.on("console", (message) => {
      const { url } = message.location();
      // Which the browser asks for by itself, for a document that names no icon.
      if (url.endsWith("/favicon.ico")) return;
      if (message.type() === "error") errors.push(`${message.text()} ${url}`);
    });
    await use(context);
    expect(errors, "errors of the pages").toEqual([]);
  },
});
