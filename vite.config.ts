import { defineConfig } from "vitest/config";

export default defineConfig({
  // Relative addresses: the site works from any sub-path.
  base: "./",
  build: {
    target: "es2022",
    // scripts/build empties dist/ itself and puts the engine's WebAssembly there.
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: "index.html", engine: "www/engine/index.ts" },
      // engine.js is a public entry: it keeps its name and its exports.
      preserveEntrySignatures: "strict",
      output: {
        entryFileNames: ({ name }) => (name === "engine" ? "engine.js" : "[name]-[hash].js"),
        // The engine looks for wasm/ beside its script, whichever chunk that is in.
        chunkFileNames: "[name]-[hash].js",
      },
    },
  },
  worker: { format: "es" },
  test: { include: ["www/**/*.test.ts"] },
});
