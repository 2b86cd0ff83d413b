import { test } from "vitest";
import { article, scriptOf } from "../shared/articles";
import { withFirefox } from "./firefox";

const firefox = withFirefox();

/**
 * Waits until a document shows these words, where no script runs. Firefox's own switch for that would
 * stop the scripts of this test as well, so the document is in a frame that allows none, of the
 * origin that asks.
 */
async function withoutScripts(attribute: "src" | "srcdoc", value: string, words: string): Promise<void> {
  const page = await firefox.open(`${firefox.sites.isolated}engine.js`);
  await page.evaluate(
    (name, content) => {
      const frame = document.createElement("iframe");
      frame.sandbox.add("allow-same-origin");
      frame.setAttribute(name, content);
      document.body.append(frame);
    },
    attribute,
    value,
  );
  await page.waitForFunction(
    (text) => frames[0]?.document.body?.innerText.includes(text),
    { timeout: 20_000 },
    words,
  );
}

test("without scripts the page and the frame say so", async () => {
  await withoutScripts("src", "index.html", "This page needs JavaScript");
  await withoutScripts("src", "embed.html", "its scripts did not run");
});

test("without scripts the element is what stands in it", async () => {
  const program = "def task(worker, workers): …";
  const element = `<gil-playground><pre><code>${program}</code></pre></gil-playground>`;
  const html = article(element, scriptOf(firefox.sites.isolated));
  await withoutScripts("srcdoc", html, program);
});
