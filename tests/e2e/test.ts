/** Playwright's test, with the built site on servers of its own, and no error unnoticed. */
import { test as base, expect } from "@playwright/test";
import { serveSites, type Sites } from "../shared/sites";

export { expect };

interface Options {
  /** What the console may tell of, because the test provokes it. */
  allowedErrors: RegExp | null;
}

export const test = base.extend<Options, { sites: Sites }>({
  allowedErrors: [null, { option: true }],

  sites: [
    async ({}, use) => {
      const { sites, close } = await serveSites();
      await use(sites);
      await close();
    },
    { scope: "worker" },
  ],

  /** Every page of it is watched. */
  context: async ({ context, allowedErrors }, use) => {
    const errors: string[] = [];
    context.on("weberror", (error) => errors.push(String(error.error())));
    context.on("page", (page) => page.on("crash", () => errors.push("the page crashed")));
    context.on("console", (message) => {
      const { url } = message.location();
      // Which the browser asks for by itself, for a document that names no icon.
      if (url.endsWith("/favicon.ico")) return;
      if (allowedErrors?.test(message.text()) === true) return;
      if (message.type() === "error") errors.push(`${message.text()} ${url}`);
    });
    await use(context);
    expect(errors, "errors of the pages").toEqual([]);
  },
});
