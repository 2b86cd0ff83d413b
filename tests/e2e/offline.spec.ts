/** What the service worker keeps: one whole build, until a later one is whole. */
import { rmSync } from "node:fs";
import type { BrowserContext, JSHandle, Page } from "@playwright/test";
import { serveFolder } from "../../scripts/lib/static-server.mjs";
import { rareLink } from "../shared/rare";
import { LATER, published, publishLater } from "./builds";
import { QUICK, run, runButton } from "./controls";
import { expect, test as base } from "./test";

interface Host {
  /** What is published there. */
  folder: string;
  url: string;
  close: () => Promise<void>;
}

const test = base.extend<{ serve: (isolated: boolean) => Promise<Host> }>({
  serve: async ({}, use) => {
    const hosts: Host[] = [];
    await use(async (isolated) => {
      const folder = published();
      const { url, close } = await serveFolder({ folder, port: 0, isolated });
      // A name of its own: the page leaves servers at this machine's usual names alone.
      const host = { folder, url: url.replace("127.0.0.1", "gil.localhost"), close };
      hosts.push(host);
      return host;
    });
    for (const { close, folder } of hosts) {
      await close();
      rmSync(folder, { recursive: true });
    }
  },
});

for (const isolated of [true, false]) {
  const title = `after a visit ${isolated ? "with" : "without"} headers the page opens offline`;
  test(title, async ({ context, serve }) => {
    const host = await serve(isolated);
    const first = await visit(context, host.url);
    await expect.poll(() => kept(first)).toHaveLength(1);
    await first.close();
    await context.setOffline(true);
    await host.close();

    const page = await visit(context, host.url + QUICK);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await run(page);

    const rare = await visit(context, host.url + rareLink(20_000));
    await run(rare);
  });
}

test("a later build takes over whole, at the next visit", async ({ context, serve }) => {
  const { folder, url } = await serve(false);
  const first = await visit(context, url);
  await expect.poll(() => kept(first)).toHaveLength(1);
  const [before] = await kept(first);
  const worker = await activeWorker(first);
  publishLater(folder);

  // What is on the host now fits nothing that the kept page asks for.
  const open = await visit(context, url + QUICK);
  await expect(open).toHaveTitle("GIL playground");
  await expect.poll(() => kept(open)).toHaveLength(2);
  await expect.poll(() => isReplaced(first, worker)).toBe(true);
  await run(open);
  const page = await visit(context, url + QUICK);
  await expect(page).toHaveTitle(LATER);
  await run(page);
  // The one of before is still open, and starts workers of its own build.
  await run(open);

  for (const each of [first, open, page]) await each.close();
  const last = await visit(context, url);
  await expect.poll(() => kept(last)).toHaveLength(1);
  expect(await kept(last)).not.toEqual([before]);
});

test("a build that is only partly published does not take over", async ({ context, serve }) => {
  const { folder, url } = await serve(false);
  const first = await visit(context, url);
  await expect.poll(() => kept(first)).toHaveLength(1);
  publishLater(folder, "index.html");

  const refused = first.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    const worker = registration?.installing;
    await new Promise<void>((resolve) => {
      worker?.addEventListener("statechange", () => resolve());
    });
    return worker?.state;
  });
  expect(await refused).toBe("redundant");
  const page = await visit(context, url + QUICK);
  await expect(page).toHaveTitle("GIL playground");
  await run(page);
});

/** Opens a page in a tab of its own and waits until it can run. */
async function visit(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await expect(runButton(page)).toBeEnabled();
  return page;
}

function activeWorker(page: Page): Promise<JSHandle<ServiceWorker | null | undefined>> {
  return page.evaluateHandle(
    async () => (await navigator.serviceWorker.getRegistration())?.active,
  );
}

/** Has the worker of a later build taken over from the one that was active on this page? */
function isReplaced(page: Page, before: Awaited<ReturnType<typeof activeWorker>>) {
  return page.evaluate(async (worker) => {
    const active = (await navigator.serviceWorker.getRegistration())?.active;
    return active !== worker && active?.state === "activated";
  }, before);
}

/** The builds that are kept; none as long as one is being fetched. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const isFetching = registration?.installing !== null;
    return isFetching || registration.active?.state !== "activated" ? [] : caches.keys();
  });
}
