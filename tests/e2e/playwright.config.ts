import { defineConfig } from "@playwright/test";
import { inChromium } from "../shared/chromium";

export default defineConfig(inChromium);
