import { defineConfig } from "vitest/config";

/** Four projects, cheapest first. `npm test` runs them all; `npx vitest run --project domain` runs one. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "domain",
          include: ["tests/domain/**/*.test.ts", "tests/domain/**/*.test.tsx", "tests/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts", "tests/routes/**/*.test.ts"],
          globalSetup: ["tests/support/database-cluster.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/support/browser-app.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
