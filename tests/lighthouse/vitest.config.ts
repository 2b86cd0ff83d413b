import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["tests/lighthouse/**/*.test.ts"], testTimeout: 240_000, hookTimeout: 60_000 },
});
