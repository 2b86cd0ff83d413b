import { defineConfig } from "@playwright/test";
import { inChromium } from "../shared/chromium";

/** They look at times, or at who ran when: the other files would disturb them. */
const ALONE = ["abort", "api", "embed-api", "endurance", "fingers", "hosting", "sweep", "timeline"].map(
  (name) => `**/${name}.spec.ts`,
);

export default defineConfig({
  ...inChromium,
  projects: [
    { name: "together", testIgnore: ALONE },
    { name: "alone", testMatch: ALONE },
  ],
});
