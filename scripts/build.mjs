// npm run build: sets up, and builds dist/.
import { build } from "./build/index.mjs";
import { stop } from "./lib/step.mjs";
import { setUp } from "./setup/index.mjs";

try {
  await setUp();
  await build();
} catch (error) {
  stop(error);
}
