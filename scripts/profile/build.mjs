// The engine with a counter in every block.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bind, builds, COUNTED, rustc, TARGET } from "../build/wasm.mjs";
import { cache, root } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { Stop } from "../lib/step.mjs";

const RUNTIME = "llvm_profiler_runtime";

/** @param {keyof typeof builds} name @returns {Promise<string>} the folder that it is in */
export async function buildCounting(name) {
  const runtime = await buildRuntime(name);
  await rustc(name, [
    "--cfg=gil_profile",
    "-Cprofile-generate=unused",
    "-Zno-profiler-runtime",
    ...COUNTED,
    `-Lnative=${runtime}`,
    `-lstatic=${RUNTIME}`,
  ]);
  const folder = join(cache, "profile", name);
  rmSync(folder, { recursive: true, force: true });
  await bind(name, folder);
  answerDescriptions(join(folder, "gil_playground.js"));
  return folder;
}

/** @param {keyof typeof builds} name @returns {Promise<string>} the folder that it is in */
async function buildRuntime(name) {
  const { options } = builds[name];
  const target = join(root, "target/counters", name);
  const manifest = ["--manifest-path", "scripts/profile/counters/Cargo.toml"];
  const cargo = ["build", "--release", "--locked", "--target", TARGET, ...manifest, ...options];
  await run(`counters-${name}`, "cargo", cargo, { CARGO_TARGET_DIR: target });
  const outputs = join(target, TARGET, "release/build");
  const made = readdirSync(outputs, { recursive: true, encoding: "utf8" });
  const library = made.find((file) => file.endsWith(`lib${RUNTIME}.a`));
  if (library === undefined) throw new Stop("minicov has built no runtime.");
  return join(outputs, library, "..");
}

/**
 * The counters keep alive what tells wasm-bindgen of types, with an import that nobody answers.
 * @param {string} script
 */
function answerDescriptions(script) {
  const text = readFileSync(script, "utf8");
  const imports = '"./gil_playground_bg.js": import0,';
  if (!text.includes(imports)) throw new Stop(`${script} imports in another way than it did.`);
  const answered = `${imports}\n        __wbindgen_placeholder__: { __wbindgen_describe() {} },`;
  writeFileSync(script, text.replace(imports, answered));
}
