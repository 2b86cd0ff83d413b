import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/firefox/**/*.test.ts"],
    // One browser at a time: what they measure would disturb each other.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
