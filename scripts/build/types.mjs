// The TypeScript of every Rust type that crosses the border, and the JSON Schema of a report: both
// are written once, in Rust.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedTypes, reportSchema } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { unlessUnchanged } from "../lib/stamp.mjs";
import { rustInputs, rustVersions } from "./rust-inputs.mjs";

export async function exportTypes() {
  await unlessUnchanged({
    title: "Export types from Rust to TypeScript and JSON Schema",
    name: "types",
    inputs: rustInputs(),
    versions: rustVersions,
    outputs: [generatedTypes, reportSchema],
    make: async () => {
      mkdirSync(dirname(generatedTypes), { recursive: true });
      writeFileSync(generatedTypes, await output("export_types"));
      writeFileSync(reportSchema, await output("export_schema"));
    },
  });
}

/** What one of the Rust programs in examples/ prints. @param {string} example */
function output(example) {
  return run(example, "cargo", ["run", "--quiet", "--example", example]);
}
