// npm run build: sets up, and builds dist/.
import { build } from "./build/index.mjs";
import { stop } from "./lib/step.mjs";

try {
  await build();
} catch (error) {
  stop(error);
}
