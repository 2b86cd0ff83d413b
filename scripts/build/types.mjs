// The TypeScript of every Rust type that crosses the border: written once, in Rust.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedTypes } from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { unlessUnchanged } from "../lib/stamp.mjs";
import { rustInputs, rustVersions } from "./rust-inputs.mjs";

export async function exportTypes() {
  await unlessUnchanged({
    title: "Export types from Rust to TypeScript",
    name: "types",
    inputs: rustInputs(),
    versions: rustVersions,
    outputs: [generatedTypes],
    make: async () => {
      const types = await run("types", "cargo", ["run", "--quiet", "--example", "export_types"]);
      mkdirSync(dirname(generatedTypes), { recursive: true });
      writeFileSync(generatedTypes, types);
    },
  });
}
