// npm run bench: measures in headless Chromium what the README claims. With --write it goes there.
import { build } from "./build/index.mjs";
import { stop } from "./lib/step.mjs";
import { setUp } from "./setup/index.mjs";

try {
  await setUp({ browser: true, python: true });
  await build();
  // Only now are the packages there that it needs.
  const [{ bench }, { writeToReadme }] = await Promise.all([
    import("./bench/index.mjs"),
    import("./bench/table.mjs"),
  ]);
  const { markdown, missed } = await bench();
  console.log(`\n${markdown}`);
  if (process.argv.includes("--write")) writeToReadme(markdown);
  console.log(missed === 0 ? "\nEvery bound is met." : `\n${missed} of the bounds are not met.`);
  process.exitCode = missed === 0 ? 0 : 1;
} catch (error) {
  stop(error);
}
