/** Copies of the built site, to publish one after the other. */
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist } from "../../scripts/lib/paths.mjs";
import { filesIn } from "../../scripts/lib/stamp.mjs";

export const LATER = "A later GIL playground";

/** A folder with the built site; to be removed. */
export function published(): string {
  const folder = mkdtempSync(join(tmpdir(), "gil-playground-"));
  publish(folder);
  return folder;
}

/** Puts a later build there, in which no asset has the same name; of before remains what is named. */
export function publishLater(folder: string, ...left: string[]): void {
  const before = left.map((name) => [name, readFileSync(join(folder, name))] as const);
  publish(folder);
  // Folders that are not named by their content keep their names.
  const assets = readdirSync(join(folder, "assets")).filter((name) => name.includes("-"));
  const [, id = ""] = /name="build" content="(\w+)"/.exec(read(folder, "index.html")) ?? [];
  for (const file of filesIn(folder).filter((name) => /\.(html|js)$/.test(name))) {
    let text = readFileSync(file, "utf8").replaceAll(id, later(id));
    for (const name of assets) text = text.replaceAll(name, later(name));
    writeFileSync(file, text.replace("<title>GIL playground<", `<title>${LATER}<`));
  }
  for (const name of assets)
    renameSync(join(folder, "assets", name), join(folder, "assets", later(name)));
  for (const [name, content] of before) writeFileSync(join(folder, name), content);
}

function publish(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  cpSync(dist, folder, { recursive: true });
  for (const file of filesIn(folder).filter((name) => /\.(br|gz)$/.test(name))) rmSync(file);
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

/** Another name of the same form. */
function later(name: string): string {
  return name.replace(/(\.\w+)?$/, "-later$1");
}
