/** Where no engine can run, because of a policy: a recording in its place, named as one. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { Browser, FrameLocator, Page } from "@playwright/test";
import { programs, recordings } from "../../scripts/lib/paths.mjs";
import { recordingOf } from "../../scripts/lib/recording.mjs";
import { serveFolder } from "../../scripts/lib/static-server.mjs";
import type { PlanRequest } from "../../www/engine";
import type { ProgramInfo } from "../../www/generated/types";
import { published } from "./builds";
import { chooseProgram, runButton } from "./controls";
import { openEngine, run } from "./engine";
import {
  article,
  expect,
  frameOf,
  frameTag,
  runIn,
  scriptOf,
  test as base,
  watchEvents,
} from "./hosts";

const refusals: [what: string, policy: string, words: RegExp][] = [
  ["workers", "worker-src 'none'", /worker could not be loaded/],
  ["WebAssembly", "script-src 'self'; worker-src 'self' blob:", /WebAssembly/],
];

/** Programs that a test looks for: where the checkout has no recording of them, one is made. */
const NEEDED = [
  { program: "fib", args: { n: 24 } },
  { program: "countdown", args: { n: 5_000_000 } },
  { program: "io-wait", args: { n: 5_000_000 } },
] satisfies PlanRequest[];

const packed = deflateRawSync("def task(worker, workers):\n    return 1\n").toString("base64url");
const OWN = `#v=1&source=${packed}`;

/** The built site with recordings, and those of them that were made for the tests. */
interface Recorded {
  folder: string;
  made: ReadonlyMap<string, string>;
}

const test = base.extend<{ refusing: (policy: string) => Promise<string> }, { recorded: Recorded }>({
  recorded: [
    async ({ browser, sites }, use) => {
      const made = await missing(browser, sites.isolated);
      const folder = published();
      add(made, folder);
      await use({ folder, made });
      rmSync(folder, { recursive: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],

  /** Serves it with a policy on top of its own, which its workers have as well. */
  refusing: async ({ recorded: { folder } }, use) => {
    const closing: (() => Promise<void>)[] = [];
    await use(async (policy) => {
      const { url, close } = await serveFolder({ folder, port: 0, policy });
      closing.push(close);
      return url;
    });
    for (const close of closing) await close();
  },
});

test.use({ allowedErrors: /Content Security Policy/ });

for (const [what, policy, words] of refusals) {
  test.describe(`${what} refused`, () => {
    test("the page shows recordings in place of runs", async ({ page, refusing }) => {
      const site = await refusing(policy);
      await page.goto(`${site}#v=1&program=fib&workers=4`);
      await expectRecordingOf("fib", page);
      await expect(page.getByRole("alert")).toContainText(words);
      await expect(runButton(page)).toBeDisabled();
      await expect(page.getByRole("heading", { name: /Fibonacci/ })).toBeVisible();
      // Where the time went is part of it, what the workers did in each moment is not.
      await expect(page.getByText("Each bar is one run, the one nearest to the median")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Timeline" })).toHaveCount(0);
      await chooseProgram(page, "Countdown");
      await expectRecordingOf("countdown", page);
      await page.goto(`${site}#v=1&program=io-wait`);
      await expectRecordingOf("io-wait", page);
    });

    test("the element shows it once it was asked to run", async ({ page, open, refusing }) => {
      const site = await refusing(policy);
      await open(article('<gil-playground program="fib"></gil-playground>', scriptOf(site)));
      const frame = frameOf(page);
      const events = await watchEvents(page);
      await runIn(frame).click();
      await expectRecordingOf("fib", frame);
      await expect(frame.getByRole("alert")).toContainText(words);
      expect(await events()).toEqual(["error: load"]);
    });

    for (const sandbox of ["allow-scripts", "allow-scripts allow-same-origin"]) {
      test(`so does a frame in sandbox="${sandbox}"`, async ({ page, open, refusing }) => {
        const site = await refusing(policy);
        const asked = watchRecordings(page);
        const hash = "#v=1&program=countdown";
        await open(article(frameTag(site, hash, `sandbox="${sandbox}"`)));
        const frame = frameOf(page);
        await expect(runIn(frame)).toBeEnabled();
        expect(asked).toEqual([]);
        await runIn(frame).click();
        await expectRecordingOf("countdown", frame);
        await expect(frame.getByRole("alert")).toContainText(words);
      });

      test(`in sandbox="${sandbox}" a program of one's own has none`, async ({ page, open, refusing }) => {
        const site = await refusing(policy);
        await open(article(frameTag(site, OWN, `sandbox="${sandbox}"`)));
        await runIn(frameOf(page)).click();
        await expectNone(frameOf(page));
        await expect(frameOf(page).getByRole("alert")).toContainText(words);
      });
    }
  });
}

test("a program of one's own has no recording", async ({ page, refusing }) => {
  const site = await refusing("worker-src 'none'");
  await page.goto(site + OWN);
  await expectNone(page);
});

test("every bundled program has a recording or says that it has none", async ({ page, refusing, recorded }) => {
  const site = await refusing("worker-src 'none'");
  await page.goto(site);
  await expectRecordingOf("countdown", page);
  for (const name of readdirSync(programs)) {
    const { id, title } = JSON.parse(readFileSync(join(programs, name), "utf8")) as ProgramInfo;
    await chooseProgram(page, title);
    if (recorded.made.has(id) || isRecorded(id)) await expectRecordingOf(id, page);
    else await expectNone(page);
  }
});

test("a recording is not loaded where the engine runs", async ({ page, open, sites }) => {
  const asked = watchRecordings(page);
  await page.goto(sites.isolated);
  await expect(runButton(page)).toBeEnabled();
  await open(article(frameTag(sites.isolated)));
  await runIn(frameOf(page)).click();
  await expect(frameOf(page).locator("p[role=status]")).toHaveText(/^With 2 workers/);
  expect(asked).toEqual([]);
});

function isRecorded(id: string): boolean {
  return existsSync(join(recordings, `${id}.json`));
}

/** What `npm run record` would make, but of shorter runs, for programs that the checkout lacks. */
async function missing(browser: Browser, site: string): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  const context = await browser.newContext();
  const engine = await openEngine(await context.newPage(), site);
  for (const request of NEEDED) {
    const { program } = request;
    if (isRecorded(program)) continue;
    const few = { workers: [1, 2], samples: 2, warmups: 0 };
    made.set(program, recordingOf(await run(engine, { ...request, ...few })));
  }
  await context.close();
  return made;
}

/** Gives a built site these recordings, too: the script that finds them knows each by its file. */
function add(made: ReadonlyMap<string, string>, folder: string): void {
  const assets = join(folder, "assets");
  const name = readdirSync(assets).find((file) => /^recordings-.*\.js$/.test(file));
  if (name === undefined) throw new Error("the site has no script for recordings");
  const entries = Array.from(made, ([id, text]) => `"./${id}.json":async()=>(${text})`);
  const script = readFileSync(join(assets, name), "utf8");
  const files = script.replace("Object.assign({", `Object.assign({${entries.join()}},{`);
  if (files === script) throw new Error("the script for recordings has another form");
  writeFileSync(join(assets, name), files);
}

/** The addresses of recordings that are loaded from now on, and of the script that finds them. */
function watchRecordings(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/recordings")) asked.push(request.url());
  });
  return asked;
}

/** A recording that says what it is. */
async function expectRecordingOf(id: string, place: Page | FrameLocator): Promise<void> {
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
