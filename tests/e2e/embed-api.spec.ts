import type { Report } from "../../www/generated/types";
import {
  article,
  expect,
  frameOf,
  runIn,
  scriptOf,
  SMALL,
  SMALL_LINK,
  statusIn,
  test,
  watchEvents,
} from "./hosts";

const wrong: [title: string, attributes: string, content: string, words: RegExp][] = [
  ["an unknown program", 'program="no-such"', "", /no program `no-such`/],
  ["script tags", 'program="<script>alert(1)</script>"', "", /does not understand/],
  ["10,000 workers", 'workers="10000"', "", /workers/],
  ["a negative size", 'program="countdown" args-n="-5"', "", /n/],
  ["arguments that are no JSON", 'args="{n: 5"', "", /“args” = “{n: 5”/],
  ["an unknown model", 'models="gil fibers"', "", /fibers/],
  ["no number of samples", 'samples="many"', "", /“samples” = “many”/],
  ["a program that does not parse", "", "<pre><code>def task(:</code></pre>", /line 1/],
];

for (const [title, attributes, content, words] of wrong) {
  test(`${title}: a message in the frame, and nothing runs`, async ({ page, open, sites }) => {
    await open(
      article(
        `<gil-playground ${attributes}>${content}</gil-playground>`,
        scriptOf(sites.isolated),
      ),
    );
    await expect(runIn(frameOf(page))).toBeEnabled();
    const events = await watchEvents(page);
    const refused = await page.evaluate(async () => {
      const element = document.querySelector("gil-playground");
      return element?.run().catch(({ name, kind, message }) => ({ name, kind, message }));
    });
    expect(refused).toMatchObject({
      name: "GilPlaygroundError",
      kind: "link",
      message: expect.stringMatching(words),
    });
    await expect(frameOf(page).getByRole("alert")).toContainText(words);
    // What can be told without the engine is told at once, and again when a run is asked for.
    expect(new Set(await events())).toEqual(new Set(["error: link"]));
    await expect(frameOf(page).locator("rect.chart-bar")).toHaveCount(0);
    await expect(runIn(frameOf(page))).toBeEnabled();
  });
}

test("the element is run and stopped by its page, and follows its attributes", async ({
  page,
  open,
  sites,
}) => {
  await open(article(`<gil-playground ${SMALL}></gil-playground>`, scriptOf(sites.isolated)));
  await expect(runIn(frameOf(page))).toBeEnabled();
  const before = await page.evaluate(() => history.length);
  const element = page.locator("gil-playground");
  expect(await element.evaluate((it) => ("program" in it ? it.program : null))).toBe("countdown");

  const stopped = await page.evaluate(async () => {
    const it = document.querySelector("gil-playground");
    if (it === null) return null;
    it.setAttribute("args-n", "500000000");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const run = it.run().catch(({ name, kind }) => ({ name, kind }));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const second = await it.run().catch(({ kind }) => kind as string);
    it.stop();
    return { run: await run, second };
  });
  expect(stopped).toEqual({ run: { name: "AbortError", kind: "aborted" }, second: "busy" });
  await expect(statusIn(frameOf(page))).toHaveText(/^Stopped/);

  const report = await page.evaluate(async () => {
    const it = document.querySelector("gil-playground");
    if (it === null) return null;
    it.program = "fib";
    it.models = "process";
    it.removeAttribute("args-n");
    it.args = '{"n": 22}';
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { plan } = (await it.run()) as Report;
    return { program: plan.program, models: plan.models, args: plan.args };
  });
  expect(report).toMatchObject({ program: "fib", models: ["sequential", "process"] });
  expect(report?.args).toEqual({ n: 22 });
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test("an element that a script makes is ready, runs and reports", async ({ page, open, sites }) => {
  await open(article("", scriptOf(sites.isolated)));
  const heard = await page.evaluate(async () => {
    await customElements.whenDefined("gil-playground");
    const it = document.createElement("gil-playground");
    const fired: string[] = [];
    it.addEventListener("ready", () => fired.push("ready"));
    it.addEventListener("report", ({ detail }) => fired.push(`report of ${(detail as Report).plan.program}`));
    it.program = "fib";
    it.args = '{"n": 22}';
    it.workers = "1";
    it.samples = "1";
    document.body.append(it);
    await it.run();
    return fired;
  });
  expect(heard).toEqual(["ready", "report of fib"]);
});

test("messages of others are not heard", async ({ page, open, sites }) => {
  const frame = `<iframe src="${sites.isolated}embed.html${SMALL_LINK}" width="600" height="800"
    title="GIL playground"></iframe>`;
  const one = `<gil-playground ${SMALL}></gil-playground>`;
  await open(article(one + frame + frame, scriptOf(sites.isolated)));
  const element = page.locator("gil-playground");
  const inner = element.locator("iframe").contentFrame();
  const others = page.locator('iframe[width="600"]');
  const all = [inner, others.nth(0).contentFrame(), others.nth(1).contentFrame()].map(runIn);
  for (const button of all) await expect(button).toBeEnabled();
  const events = await watchEvents(page);
  // To the element in its frame's name, and to a frame in another form, or from its neighbour.
  await page.evaluate(() => {
    postMessage({ gilPlayground: 1, type: "report", id: 1, report: null });
    for (const message of [{ gilPlayground: 2, type: "run", id: 1 }, { type: "run" }, "run", null])
      frames[0]?.postMessage(message, "*");
    const script = "parent.frames[0].postMessage({ gilPlayground: 1, type: 'run', id: 1 }, '*')";
    const neighbour = document.createElement("iframe");
    neighbour.srcdoc = `<body><script>${script}`;
    document.body.append(neighbour);
    return new Promise((loaded) => neighbour.addEventListener("load", loaded));
  });
  // A message that is heard shows that the others were there before.
  await element.evaluate((it) => it.setAttribute("work", "repeat"));
  await expect(inner.getByText(/ · repeat · /)).toBeVisible();
  for (const button of all) await expect(button).toBeEnabled();
  expect(await events()).toEqual([]);
});
