// Where things are in a checkout.
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const dist = join(root, "dist");
/** What is named by its content, and so may be kept for ever. */
export const assets = join(dist, "assets");
/** What is served until that is there. */
export const firstSite = join(root, ".cache/first-site");
export const reportSchema = join(root, "www/generated/report.schema.json");
export const generatedTypes = join(root, "www/generated/types.ts");
export const catalogue = join(root, "www/generated/catalogue.ts");
/** What is known of each bundled program, by its id. */
export const programs = join(root, "www/generated/programs");
export const scriptTemplate = join(root, "www/generated/script-template.ts");
/** The sources of what the engine loads when a program imports it. */
export const library = join(root, "www/generated/library.json");
/** Reports that were measured here, one for each program: see scripts/record.mjs. */
export const recordings = join(root, "www/recordings");
/** Logs and stamps: can be deleted at any time. */
export const cache = join(root, ".cache");
