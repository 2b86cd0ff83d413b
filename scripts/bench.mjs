// npm run bench: measures in headless Chromium what the README claims. With --write it goes there.
// --only PART runs some of it; --program NAME and --rounds N run ordinary programs.
import { build } from "./build/index.mjs";
import { readOptions } from "./bench/options.mjs";
import { stop } from "./lib/step.mjs";
import { setUp } from "./setup/index.mjs";

try {
  const options = readOptions(process.argv.slice(2));
  await setUp({ browser: true, python: true });
  await build();
  // Only now are the packages there that it needs.
  const [{ bench }, { toText, writeToReadme }] = await Promise.all([
    import("./bench/index.mjs"),
    import("./bench/table.mjs"),
  ]);
  const { machine, tables, missed } = await bench(options);
  console.log(["", machine, ...tables.map(toText)].join("\n\n"));
  if (options.write) for (const table of tables) writeToReadme(machine, table);
  console.log(missed === 0 ? "\nEvery bound is met." : `\n${missed} of the bounds are not met.`);
  process.exitCode = missed === 0 ? 0 : 1;
} catch (error) {
  stop(error);
}
