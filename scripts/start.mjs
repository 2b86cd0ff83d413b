// npm start: sets up, builds, and serves the page.
import { build } from "./build/index.mjs";
import { stop } from "./lib/step.mjs";
import { serve } from "./serve.mjs";
import { setUp } from "./setup/index.mjs";

try {
  await setUp();
  await build();
  await serve();
} catch (error) {
  stop(error);
}
