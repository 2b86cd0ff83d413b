import { expect, test } from "vitest";
import {
  article,
  asleepIn,
  frameTag,
  ioWaitIn,
  overlaps,
  runAll,
  runWithGil,
  scriptOf,
  whyNotOverlapping,
  WITHOUT_SHARED_MEMORY,
} from "../shared/articles";
import { rareLink } from "../shared/rare";
import { frameOf, QUICK, QUICK_LINK, run, shows, withFirefox } from "./firefox";

const firefox = withFirefox();

/** Firefox knows no policy that isolates a frame in a page that is not isolated. */
const DIFFERENCE = "Free-threaded threads: browsers let workers share memory only on";

for (const host of ["isolated", "nested"] as const) {
  test(`the element runs in a page of another site: ${host}`, async () => {
    const element = `<gil-playground ${QUICK}></gil-playground>`;
    const page = await firefox.openArticle(article(element, scriptOf(firefox.sites[host])));
    const frame = await frameOf(page);
    expect(await run(frame)).toEqual(WITHOUT_SHARED_MEMORY);
    await shows(frame, DIFFERENCE);
  });
}

for (const [title, host, attributes] of [
  ["a frame", "isolated", ""],
  ["a frame from a host without headers", "plain", ""],
  ["a sandboxed frame", "isolated", 'sandbox="allow-scripts"'],
  ["a sandboxed frame of its own origin", "isolated", 'sandbox="allow-scripts allow-same-origin"'],
] as const) {
  test(`${title} of embed.html runs in a page of another site`, async () => {
    const tag = frameTag(firefox.sites[host], QUICK_LINK, attributes);
    const page = await firefox.openArticle(article(tag));
    const frame = await frameOf(page);
    expect(await run(frame)).toEqual(WITHOUT_SHARED_MEMORY);
    await shows(frame, DIFFERENCE);
  });
}

test("what no bundled program calls is loaded in a sandboxed frame, too", async () => {
  const tag = frameTag(firefox.sites.isolated, rareLink(150_000), 'sandbox="allow-scripts"');
  const page = await firefox.openArticle(article(tag));
  expect(await run(await frameOf(page))).toEqual(WITHOUT_SHARED_MEMORY);
});

test("sleeps overlap where threads take turns on one worker", async () => {
  const { isolated } = firefox.sites;
  const first = await firefox.openArticle(article(asleepIn(isolated), scriptOf(isolated)));
  const asleep = await first.evaluate(runWithGil);
  const second = await firefox.openArticle(article(ioWaitIn(isolated), scriptOf(isolated)));
  expect(whyNotOverlapping(asleep, await second.evaluate(runWithGil))).toEqual([]);
});

test("three in one page take turns", async () => {
  const three = `<gil-playground ${QUICK}></gil-playground>`.repeat(3);
  const page = await firefox.openArticle(article(three, scriptOf(firefox.sites.isolated)));
  const frame = await frameOf(page);
  await frame.waitForSelector("button.run:not([disabled])");
  const runs = page.evaluate(runAll);
  const others = await Promise.all([1, 2].map((index) => frameOf(page, index)));
  await Promise.any(others.map((each) => shows(each, "Waiting for another playground")));
  const turns = await runs;
  expect(turns).toHaveLength(3);
  expect(overlaps(turns)).toBe(0);
});
