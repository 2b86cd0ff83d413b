// The TypeScript of every Rust type that crosses the border, the JSON Schema of a report, what the
// embedded page says of programs and models before it loads the engine, and the template of the
// script for CPython: all are written once, in Rust.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  catalogue,
  generatedTypes,
  library,
  programs as programsFolder,
  reportSchema,
  scriptTemplate,
} from "../lib/paths.mjs";
import { run } from "../lib/shell.mjs";
import { unlessUnchanged } from "../lib/stamp.mjs";
import { rustInputs, rustVersions } from "./rust-inputs.mjs";

const GENERATED = "// Generated from Rust by examples/export. Do not edit.\n\n";

export async function exportTypes() {
  await unlessUnchanged({
    title: "Export types from Rust to TypeScript and JSON Schema",
    name: "types",
    inputs: rustInputs(),
    versions: rustVersions,
    outputs: [generatedTypes, reportSchema, catalogue, programsFolder, scriptTemplate, library],
    make: async () => {
      mkdirSync(dirname(generatedTypes), { recursive: true });
      const printed = await run("export", "cargo", ["run", "--quiet", "--example", "export"]);
      const { types, schema, template, ...exported } = JSON.parse(printed);
      writeFileSync(library, JSON.stringify(exported.library));
      writeFileSync(generatedTypes, `${GENERATED}${types}`);
      writeFileSync(reportSchema, `${JSON.stringify(schema, null, 2)}\n`);
      writeFileSync(
        scriptTemplate,
        `${GENERATED}export const template = ${JSON.stringify(template)};\n`,
      );
      writeCatalogue(exported.catalogue);
    },
  });
}

/**
 * Each program has a file of its own: an embed loads the one that it shows.
 * @param {{ programs: { id: string }[] }} exported
 */
function writeCatalogue({ programs, ...offered }) {
  rmSync(programsFolder, { recursive: true, force: true });
  mkdirSync(programsFolder);
  for (const program of programs) {
    writeFileSync(join(programsFolder, `${program.id}.json`), JSON.stringify(program));
  }
  const content = { programs: programs.map(({ id }) => id), ...offered };
  writeFileSync(
    catalogue,
    `${GENERATED}import type { ModelInfo, Plan } from "./types";

interface Offered {
  models: ModelInfo[];
  usual: Plan;
}

/** The ids of the programs, and what there is with each build. */
export const catalogue: {
  programs: string[];
  single: Offered;
  threads: Offered;
} = ${JSON.stringify(content, null, 2)};
`,
  );
}
