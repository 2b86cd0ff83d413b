// npm run pictures: builds the site, and takes pictures of every state of the page, wide and on a phone,
// light and dark, into docs/pictures.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "./build/index.mjs";
import { chromiumArguments, findChromium } from "./lib/chromium.mjs";
import { dist, root } from "./lib/paths.mjs";
import { serveFolder } from "./lib/static-server.mjs";
import { Stop, step, stop } from "./lib/step.mjs";
import { LOOKS, STATES } from "./pictures/states.mjs";

const folder = join(root, "docs/pictures");

try {
  await build();
  await takeAll(process.argv.slice(2));
} catch (error) {
  stop(error);
}

/** @param {string[]} wanted names of states; all if there are none */
async function takeAll(wanted) {
  const executablePath = findChromium();
  if (executablePath === null) throw new Stop("There is no Chromium.");
  const unknown = wanted.filter((name) => !(name in STATES));
  if (unknown.length > 0) throw new Stop(`There is no state ${unknown.join(", ")}.`);
  mkdirSync(folder, { recursive: true });
  const server = await serveFolder({ folder: dist, port: 0 });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    for (const [name, state] of Object.entries(STATES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await step(`Picture ${name}`, async () => {
        for (const look of state.looks) await take(browser, server.url, name, look);
      });
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {import("@playwright/test").Browser} browser @param {string} url
 * @param {string} name @param {keyof typeof LOOKS} look
 */
async function take(browser, url, name, look) {
  const { width, height, colorScheme } = LOOKS[look];
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    const state = STATES[name];
    if (state === undefined) throw new Stop(`There is no state ${name}.`);
    await page.goto(url + state.hash);
    await state.reach(page);
    await page.mouse.move(0, 0);
    const file = look === "wide" ? `${name}.png` : `${name}-${look}.png`;
    await page.screenshot({ path: join(folder, file), fullPage: state.isWhole ?? false });
  } finally {
    await context.close();
  }
}
