// The TypeScript of every Rust type that crosses the border, the JSON Schema of a report, and what
// the embedded page says of programs and models before it loads the engine: all are written once,
// in Rust.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { catalogue, generatedTypes, reportSchema } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { unlessUnchanged } from "../lib/stamp.mjs";
import { rustInputs, rustVersions } from "./rust-inputs.mjs";

export async function exportTypes() {
  await unlessUnchanged({
    title: "Export types from Rust to TypeScript and JSON Schema",
    name: "types",
    inputs: rustInputs(),
    versions: rustVersions,
    outputs: [generatedTypes, reportSchema, catalogue],
    make: async () => {
      mkdirSync(dirname(generatedTypes), { recursive: true });
      writeFileSync(generatedTypes, await output("export_types"));
      writeFileSync(reportSchema, await output("export_schema"));
      writeFileSync(catalogue, await output("export_catalogue"));
    },
  });
}

/** What one of the Rust programs in examples/ prints. @param {string} example */
function output(example) {
  return run(example, "cargo", ["run", "--quiet", "--example", example]);
}
