/** The bundled scripts: files in gallery/, whose docstring tells what to look for. Loaded when one is needed. */
import type { ProgramInfo } from "../../generated/types";
import { SCRIPTS } from "./groups";

const files = import.meta.glob<string>("/gallery/*.py", { query: "?raw", import: "default", eager: true });

export const scripts: readonly ProgramInfo[] = SCRIPTS.map((id) => {
  return infoOf(id, files[`/gallery/${id.replaceAll("-", "_")}.py`] ?? "");
});

/** A docstring's first line is the title. @throws Error if it has none */
function infoOf(id: string, source: string): ProgramInfo {
  const [, title, about] = /^"""(.+)\n\n([\s\S]*?)"""\n/.exec(source) ?? [];
  if (title === undefined || about === undefined) throw new Error(`gallery: ${id} has no docstring`);
  const summary = about.trim().replaceAll(/\s+/g, " ").replaceAll("`", "");
  const unsized = { parameters: [], sizeParameter: "", work: "split", published: [] } as const;
  return { id, title, summary, source, kind: "script", ...unsized, parameters: [], published: [] };
}
