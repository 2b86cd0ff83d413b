import type { Page } from "@playwright/test";
import {
  article,
  asleepIn,
  counting,
  expect,
  FOUND,
  frameOf,
  frameTag,
  ioWaitIn,
  labelsIn,
  overlaps,
  runAll,
  runIn,
  runWithGil,
  scriptOf,
  SMALL,
  SMALL_LINK,
  statusIn,
  test,
  watchEvents,
  whyNotOverlapping,
  WITH_SHARED_MEMORY,
  WITHOUT_SHARED_MEMORY,
} from "./hosts";

/** The frame's own document, for what a locator cannot ask. */
async function insideOf(page: Page): Promise<NonNullable<ReturnType<Page["frames"]>[number]>> {
  await expect.poll(() => page.frames().length).toBeGreaterThan(1);
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error("there is no frame");
  return frame;
}

test("the element runs all models in a page of another site", async ({ page, open, sites }) => {
  await open(
    article(`<gil-playground ${SMALL}></gil-playground>`, scriptOf(sites.isolated)),
  );
  const frame = frameOf(page);
  await expect(frame.getByRole("heading", { name: "Countdown" })).toBeVisible();
  const events = await watchEvents(page);
  await runIn(frame).click();
  await expect(statusIn(frame)).toHaveText(FOUND);
  expect(await (await insideOf(page)).evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(labelsIn(frame)).toHaveText(WITH_SHARED_MEMORY);
  expect(await events()).toEqual(["report: sequential gil free-threaded process"]);
});

test("a run moves nothing in the page around", async ({ page, open, sites }) => {
  await open(article(`<gil-playground ${SMALL}></gil-playground>`, scriptOf(sites.isolated)));
  await expect(runIn(frameOf(page))).toBeEnabled();
  const height = (): Promise<number> =>
    page.locator("gil-playground").evaluate((element) => element.getBoundingClientRect().height);
  const before = await height();
  await runIn(frameOf(page)).click();
  await expect(statusIn(frameOf(page))).toHaveText(FOUND);
  expect(await height()).toBe(before);
  await frameOf(page).getByText("The program", { exact: true }).click();
  await expect.poll(height).toBeGreaterThan(before);
});

for (const [title, sandbox, labels] of [
  ["a frame", "", WITH_SHARED_MEMORY],
  ["a sandboxed frame", 'sandbox="allow-scripts"', WITHOUT_SHARED_MEMORY],
  [
    "a sandboxed frame of its own origin",
    'sandbox="allow-scripts allow-same-origin"',
    WITH_SHARED_MEMORY,
  ],
] as const) {
  test(`${title} of embed.html runs by itself, and says nothing to the page`, async ({
    page,
    open,
    sites,
  }) => {
    const frame = frameTag(sites.isolated, SMALL_LINK, sandbox);
    await open(
      article(frame, "<script>heard = []; onmessage = ({ data }) => heard.push(data);</script>"),
    );
    await runIn(frameOf(page)).click();
    await expect(statusIn(frameOf(page))).toHaveText(FOUND);
    await expect(labelsIn(frameOf(page))).toHaveText([...labels]);
    expect(await page.evaluate("heard")).toEqual([]);
  });
}

test.describe("where service workers are refused", () => {
  test.use({ serviceWorkers: "block" });

  test("without isolation the frame says what does not run, and why", async ({
    page,
    open,
    sites,
  }) => {
    await open(article(frameTag(sites.plain)));
    await runIn(frameOf(page)).click();
    await expect(statusIn(frameOf(page))).toHaveText(FOUND);
    expect(await (await insideOf(page)).evaluate(() => crossOriginIsolated)).toBe(false);
    await expect(labelsIn(frameOf(page))).toHaveText(WITHOUT_SHARED_MEMORY);
    const words = "Free-threaded threads: browsers let workers share memory only on";
    await expect(frameOf(page).getByText(words)).toBeVisible();
    const link = frameOf(page).getByRole("link", { name: "A tab of its own" });
    await expect(link).toHaveAttribute("href", `${sites.plain}${SMALL_LINK}`);
  });

  test("sleeps overlap where threads take turns on one worker", async ({ page, open, sites }) => {
    await open(article(asleepIn(sites.plain), scriptOf(sites.isolated)));
    const asleep = await page.evaluate(runWithGil);
    await open(article(ioWaitIn(sites.plain), scriptOf(sites.isolated)));
    expect(whyNotOverlapping(asleep, await page.evaluate(runWithGil))).toEqual([]);
  });
});

test("three in one page take turns", async ({ page, open, sites }) => {
  const longer = counting(30_000_000).attributes;
  const three = `<gil-playground ${longer}></gil-playground>`.repeat(3);
  await open(article(three, scriptOf(sites.isolated)));
  await expect(runIn(frameOf(page))).toBeEnabled();
  const runs = page.evaluate(runAll);
  const waiting = async (): Promise<number> => {
    const frames = page.frames().slice(1);
    const texts = await Promise.all(frames.map((frame) => frame.locator("body").innerText()));
    return texts.filter((text) => text.includes("Waiting for another playground")).length;
  };
  // A busy machine takes its time to start three engines.
  await expect.poll(waiting, { timeout: 30_000 }).toBeGreaterThan(0);
  const turns = await runs;
  expect(turns).toHaveLength(3);
  expect(overlaps(turns)).toBe(0);
});

test("the program may stand in the element, and is what is seen without scripts", async ({
  page,
  open,
  sites,
  browser,
}) => {
  const program = `<gil-playground workers="2" samples="2"><pre><code>
      def task(worker, workers, k: int = 3_000_000):
          while k &gt; 0:
              k -= 1
          return worker
  </code></pre></gil-playground>`;
  const html = article(program, scriptOf(sites.isolated));
  await open(html);
  const frame = frameOf(page);
  await frame.locator("summary").filter({ hasText: "The program" }).click();
  await expect(frame.getByLabel("Source")).toHaveText(/^def task\(worker, workers, k: int/);
  await runIn(frame).click();
  await expect(statusIn(frame)).toHaveText(FOUND);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.goto(page.url());
  await expect(silent.getByText("def task(worker, workers")).toBeVisible();
  await expect(silent.locator("iframe")).toHaveCount(0);
  await context.close();
});

test("without scripts embed.html says so", async ({ browser, sites }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.goto(`${sites.isolated}embed.html`);
  await expect(silent.getByText("scripts did not run")).toBeVisible();
  await context.close();
});

test("a frame that does not load leaves what stands in the element", async ({ page, open, sites }) => {
  await open(
    article(
      `<gil-playground src="${sites.isolated}index.html"><p>The numbers: 1.1 and 1.9.</p></gil-playground>`,
    ),
  );
  const error = page.evaluate(
    (script) =>
      new Promise((resolve) => {
        const element = document.querySelector("gil-playground");
        element?.addEventListener("error", ({ detail }) => resolve(detail.kind));
        void import(script);
      }),
    `${sites.isolated}gil-playground.js`,
  );
  expect(await error).toBe("frame");
  await expect(page.getByText("The numbers: 1.1 and 1.9.")).toBeVisible();
});

test("the element runs by itself where its page says so", async ({ page, open, sites }) => {
  await open(article(`<gil-playground autorun ${SMALL}></gil-playground>`, scriptOf(sites.isolated)));
  await expect(statusIn(frameOf(page))).toHaveText(FOUND);
});

test.describe("looks", () => {
  // Playwright would force a scheme on every frame.
  test.use({ colorScheme: null, reducedMotion: "reduce" });

  test("the frame has the colour scheme of its page, and follows it", async ({ page, open, sites }) => {
    await open(
      article(
        `<style>.dark { background: #111; color: #eee }
        gil-playground { --gil-playground-accent: teal; --gil-playground-radius: 0 }</style>
        <gil-playground ${SMALL}></gil-playground>`,
        scriptOf(sites.isolated),
      ),
    );
    await expect(runIn(frameOf(page))).toBeEnabled();
    const paper = (): Promise<string> =>
      frameOf(page)
        .locator("body")
        .evaluate((body) => getComputedStyle(body).backgroundColor);
    await expect.poll(paper).toBe("rgb(253, 252, 250)");
    await page.evaluate(() => document.body.classList.add("dark"));
    await expect.poll(paper).toBe("rgb(21, 23, 26)");
    await page.evaluate(() => document.body.classList.remove("dark"));
    await page.evaluate(() => document.documentElement.style.setProperty("color-scheme", "dark"));
    await expect.poll(paper).toBe("rgb(21, 23, 26)");
    await page.locator("gil-playground").evaluate((it) => it.setAttribute("scheme", "light"));
    await expect.poll(paper).toBe("rgb(253, 252, 250)");
    await expect(runIn(frameOf(page))).toHaveCSS("background-color", "rgb(0, 128, 128)");
    await runIn(frameOf(page)).click();
    await expect(statusIn(frameOf(page))).toHaveText(FOUND);
  });
});
