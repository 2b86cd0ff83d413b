/** Playwright with the machine's own Chromium. */
import type { PlaywrightTestConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "../../scripts/lib/chromium.mjs";

const executablePath = findChromium();
if (executablePath === null)
  throw new Error("There is no Chromium on the PATH: npm test installs one.");

export const inChromium: PlaywrightTestConfig = {
  testDir: ".",
  outputDir: "../../.cache/e2e",
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: { launchOptions: { executablePath, args: chromiumArguments } },
};
