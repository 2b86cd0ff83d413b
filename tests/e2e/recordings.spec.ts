/** Where no engine can run, because of a policy: a recording in its place, named as one. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { BrowserContext, FrameLocator, Page } from "@playwright/test";
import { recordings } from "../../scripts/lib/paths.mjs";
import { catalogue } from "../../www/generated/catalogue";
import { chooseProgram, runButton } from "./controls";
import { article, expect, frameOf, runIn, scriptOf, test, watchEvents } from "./hosts";

const refusals: [what: string, policy: string, words: RegExp][] = [
  ["workers", "worker-src 'none'", /worker could not be loaded/],
  ["WebAssembly", "script-src 'self'", /WebAssembly/],
];

const packed = deflateRawSync("def task(worker, workers):\n    return 1\n").toString("base64url");
const OWN = `#v=1&source=${packed}`;

test.use({ allowedErrors: /Content Security Policy/ });

for (const [what, policy, words] of refusals) {
  test.describe(`${what} refused`, () => {
    test("the page shows recordings in place of runs", async ({
      page,
      context,
      sites,
    }) => {
      await refuse(context, sites.isolated, policy);
      await page.goto(`${sites.isolated}#v=1&program=fib&workers=4`);
      await expectRecordingOf("fib", page);
      await expect(page.getByRole("alert")).toContainText(words);
      await expect(runButton(page)).toBeDisabled();
      await expect(page.getByRole("heading", { name: /Fibonacci/ })).toBeVisible();
      await chooseProgram(page, "Countdown");
      await expectRecordingOf("countdown", page);
      await page.goto(`${sites.isolated}#v=1&program=io-wait`);
      await expectRecordingOf("io-wait", page);
    });

    test("the frame shows it once it was asked to run", async ({ page, context, open, sites }) => {
      await refuse(context, sites.isolated, policy);
      await open(article('<gil-playground program="fib"></gil-playground>', scriptOf(sites.isolated)));
      const frame = frameOf(page);
      const events = await watchEvents(page);
      await runIn(frame).click();
      await expectRecordingOf("fib", frame);
      await expect(frame.getByRole("alert")).toContainText(words);
      expect(await events()).toEqual(["error: load"]);
    });
  });
}

test("a program of one's own has no recording", async ({ page, context, sites }) => {
  await refuse(context, sites.isolated, "worker-src 'none'");
  await page.goto(sites.isolated + OWN);
  await expectNone(page);
});

test("every bundled program has a recording or says that it has none", async ({
  page,
  context,
  sites,
}) => {
  await refuse(context, sites.isolated, "worker-src 'none'");
  await page.goto(sites.isolated);
  await expectRecordingOf("countdown", page);
  for (const { id, title } of catalogue.programs) {
    await chooseProgram(page, title);
    await expectRecordingOf(id, page);
  }
});

test("a recording is not loaded where the engine runs", async ({ page, sites }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  expect(asked.filter((url) => url.includes("/recordings/"))).toEqual([]);
});

/** Adds a policy to that of a site's documents and scripts, which workers have as well. */
async function refuse(context: BrowserContext, site: string, policy: string): Promise<void> {
  const hasPolicy = ({ href, pathname }: URL): boolean =>
    href.startsWith(site) && /(\/|\.html|\.js)$/.test(pathname);
  await context.route(hasPolicy, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const whole = [headers["content-security-policy"], policy].filter(Boolean).join(", ");
    await route.fulfill({ response, headers: { ...headers, "content-security-policy": whole } });
  });
}

/** A recording that says what it is, where one was made; else that there is none. */
async function expectRecordingOf(id: string, place: Page | FrameLocator): Promise<void> {
  if (!existsSync(join(recordings, `${id}.json`))) return expectNone(place);
  const banner = place.getByRole("region", { name: "Recording" });
  await expect(banner).toContainText("This is a recording, not a run on your device.");
  // What was run, on what, and when.
  await expect(banner).toContainText(/in\s+Chrome \d+ on Linux, \d+ cores?,\s+\w+ \d+, \d{4}/);
  await expect(banner).toContainText(`${id} · `);
  await expect(place.locator("rect.chart-bar").first()).toBeVisible();
}

async function expectNone(place: Page | FrameLocator): Promise<void> {
  await expect(place.locator("p[role=status]")).toContainText("no recording of this program");
  await expect(place.locator("rect.chart-bar")).toHaveCount(0);
}
