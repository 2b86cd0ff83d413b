// The settings of common hosts, all from headers.mjs.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dist } from "../lib/paths.mjs";
import { FOR_EVER, HEADERS, REVALIDATE } from "./headers.mjs";

export function writeHostSettings() {
  // Netlify and Cloudflare Pages look for it at the root of what is published.
  writeFileSync(join(dist, "_headers"), headersFile());
  mkdirSync(join(dist, "hosting"), { recursive: true });
  writeFileSync(join(dist, "hosting/nginx.conf"), nginx());
  writeFileSync(join(dist, "hosting/Caddyfile"), caddy());
}

const entries = Object.entries(HEADERS);

/** Both hosts revalidate by themselves, and would join a second Cache-Control to the first. */
function headersFile() {
  const all = entries.map(([name, value]) => `  ${name}: ${value}`);
  return ["/*", ...all, "/assets/*", `  Cache-Control: ${FOR_EVER}`, ""].join("\n");
}

function nginx() {
  return [
    "# For a server block whose root is the folder above this one:",
    "#   include /path/to/hosting/nginx.conf;",
    "# In a sub-path of a site, put the sub-path before / and /assets/.",
    "gzip_static on;",
    "# With the module ngx_brotli: brotli_static on;",
    nginxBlock("/", REVALIDATE),
    nginxBlock("/assets/", FOR_EVER),
    "",
  ].join("\n");
}

/**
 * A block that adds any header has none of those around it.
 * @param {string} path @param {string} caching
 */
function nginxBlock(path, caching) {
  const added = [...entries, ["Cache-Control", caching]].map(
    ([name, value]) => `  add_header ${name} "${value}" always;`,
  );
  return [`location ${path} {`, ...added, "}"].join("\n");
}

function caddy() {
  return [
    "# Inside a site block whose root is the folder above this one:",
    "#   import hosting/Caddyfile",
    "# In a sub-path of a site, put it inside a handle_path block of that path.",
    "header {",
    ...entries.map(([name, value]) => `\t${name} "${value}"`),
    "}",
    // Caddy chooses the order of what matches twice.
    "@others not path /assets/*",
    `header @others Cache-Control "${REVALIDATE}"`,
    `header /assets/* Cache-Control "${FOR_EVER}"`,
    "file_server {",
    "\tprecompressed br gzip",
    "}",
    "",
  ].join("\n");
}
