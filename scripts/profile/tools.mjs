// What only profiling needs.
import { join } from "node:path";
import { output, run } from "../lib/shell.mjs";
import { Stop, step } from "../lib/step.mjs";
import { installClang } from "../setup/system.mjs";

export async function installCounting() {
  await installClang();
  await step("Install LLVM's tools", () =>
    run("llvm-tools", "rustup", ["component", "add", "llvm-tools"]),
  );
}

/** The tool of the toolchain's own LLVM. */
export async function profdata() {
  const folder = await output("rustc", ["--print", "target-libdir"]);
  if (folder === null) throw new Stop("rustc is not installed.");
  return join(folder.trim(), "../bin/llvm-profdata");
}
