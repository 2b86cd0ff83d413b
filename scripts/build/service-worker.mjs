// dist/sw.js, which knows the build that it belongs to.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { assets, dist, root } from "../lib/paths.mjs";
import { MODELS } from "./documents.mjs";
import { digestOf, filesIn } from "../lib/stamp.mjs";

/** Comes after everything in the build that pages need. */
export async function buildServiceWorker() {
  const found = buildOf();
  for (const page of found.pages) markPage(join(dist, page), found.id);
  // Only when it is called are the packages surely there.
  const { build } = await import("vite");
  await build({
    configFile: false,
    logLevel: "warn",
    define: { BUILD: JSON.stringify(found) },
    build: {
      target: "es2022",
      outDir: dist,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: join(root, "www/hosting/sw.ts"),
        output: { format: "iife", entryFileNames: "sw.js" },
      },
    },
  });
}

/** @returns {import("../../www/hosting/build.ts").Build} */
function buildOf() {
  const pages = [".", MODELS].flatMap((folder) =>
    readdirSync(join(dist, folder)).filter((name) => name.endsWith(".html")).map((name) => posix.join(folder, name)),
  );
  const id = digestOf([...pages.map((page) => join(dist, page)), assets], []).slice(0, 16);
  const files = filesIn(assets).map((file) => relative(dist, file).split(sep).join("/"));
  return { id, pages, assets: files.filter(isNeeded).toSorted() };
}

/**
 * Who has a service worker is isolated, and needs neither the build without threads nor recordings.
 * @param {string} file
 */
function isNeeded(file) {
  return !file.endsWith(".d.ts") && !file.includes("/single/") && !file.includes("/recordings/");
}

/** @param {string} page @param {string} id */
function markPage(page, id) {
  const text = readFileSync(page, "utf8");
  const mark = `  <meta name="build" content="${id}" />\n  </head>`;
  writeFileSync(page, text.replace("</head>", mark));
}
