// The programs that are measured, by folder: each is a file with a `task` that says its size.
import { readFileSync, readdirSync } from "node:fs";

/** Of the kinds that people write. */
export const ORDINARY = new URL("programs/", import.meta.url);
/** Each does one thing to objects a million times. */
export const OBJECTS = new URL("objects/", import.meta.url);

/** Each has threads that use one thing, or nothing, at the same time. */
export const CONTENTION = new URL("contention/", import.meta.url);

/** @param {URL} folder */
export function namesOf(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".py"));
  return files.map((file) => file.slice(0, -".py".length)).toSorted();
}

/** @param {URL} folder @param {string} name */
export function sourceOf(folder, name) {
  return readFileSync(new URL(`${name}.py`, folder), "utf8");
}
