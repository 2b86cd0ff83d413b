import { expect, test } from "vitest";
import { article, frameTag, WITHOUT_SHARED_MEMORY } from "../shared/articles";
import { frameOf, QUICK_LINK, run, shows, withFirefox } from "./firefox";

const firefox = withFirefox({ "dom.serviceWorkers.enabled": false });

test("without headers and service workers the page says what stands in for threads", async () => {
  const page = await firefox.open(firefox.sites.plain + QUICK_LINK);
  await shows(page, "This page is not cross-origin isolated");
  expect(await run(page)).toEqual(WITHOUT_SHARED_MEMORY);
});

test("and so does a frame", async () => {
  const page = await firefox.openArticle(article(frameTag(firefox.sites.plain, QUICK_LINK)));
  const frame = await frameOf(page);
  expect(await run(frame)).toEqual(WITHOUT_SHARED_MEMORY);
  await shows(frame, "Free-threaded threads: browsers let workers share memory only on");
});
