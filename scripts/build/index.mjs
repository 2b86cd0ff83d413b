// Builds dist/: a self-contained static site, for any static host and any sub-path.
import { step } from "../lib/step.mjs";
import { makeSite } from "./site.mjs";
import { exportTypes } from "./types.mjs";
import { buildWasm } from "./wasm.mjs";

export async function build() {
  await step("Build", async () => {
    await exportTypes();
    await buildWasm();
    await makeSite();
  });
}
