import { defineConfig } from "vite";

/** The element is one file, whatever it shares with the page, and keeps its name. */
export default defineConfig({
  build: {
    target: "es2022",
    emptyOutDir: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { "gil-playground": "www/element/index.ts" },
      preserveEntrySignatures: "strict",
      output: { entryFileNames: "[name].js" },
    },
  },
});
