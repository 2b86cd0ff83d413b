import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { CONTENT_SECURITY_POLICY } from "./scripts/build/headers.mjs";
import { wasmPlace } from "./scripts/build/wasm-place.mjs";

export default defineConfig(({ mode }) => ({
  // Relative addresses: the site works from any sub-path.
  base: "./",
  plugins: [publicEngine(), policyInPage()],
  // Seen from any script in assets/.
  define: { WASM_FOLDER: JSON.stringify(`${place(mode)}/`) },
  build: {
    target: "es2022",
    // scripts/build empties dist/ itself and puts the engine's WebAssembly there.
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", embed: "embed.html", engine: "www/engine/index.ts" },
      preserveEntrySignatures: "strict",
      output: {
        // All in one folder, named by its content: a host keeps that for ever, and nothing else.
        entryFileNames: "assets/[name]-[hash].js",
        chunkFileNames: ({ moduleIds }) =>
          moduleIds.some((id) => id.includes("/recordings/") && id.endsWith(".json"))
            ? "assets/recordings/[name]-[hash].js"
            : "assets/[name]-[hash].js",
      },
    },
  },
  worker: { format: "es" },
  test: { include: ["www/**/*.test.ts"] },
}));

/** `vite build --mode single` makes the pages for when there is no build with threads yet. */
function place(mode: string): string {
  return mode === "single" ? wasmPlace(["single"]) : wasmPlace();
}

/** engine.js is a public address, so it keeps its name; what it exports is named by its content. */
function publicEngine(): Plugin {
  return {
    name: "public-engine",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk" || !chunk.isEntry || chunk.name !== "engine") continue;
        const source = `export * from "./${chunk.fileName}";\n`;
        this.emitFile({ type: "asset", fileName: "engine.js", source });
      }
    },
  };
}

/** For hosts that send no headers. */
function policyInPage(): Plugin {
  const attrs = { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY };
  return {
    name: "policy-in-page",
    transformIndexHtml: () => [{ tag: "meta", attrs, injectTo: "head-prepend" }],
  };
}
