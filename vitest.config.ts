import { defineConfig } from "vitest/config";

/**
 * Three projects: the rules and the database side by side, then the browser by itself. `npm test` runs them all;
 * `npx vitest run --project domain` runs one. Every core is used: by itself vitest leaves one free, which of two is half.
 */
export default defineConfig({
  test: {
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "domain",
          include: ["tests/domain/**/*.test.{ts,tsx}", "tests/ui/**/*.test.{ts,tsx}", "tests/*.test.ts"],
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "db",
          include: ["tests/{db,documents,jobs,routes,seeds,server}/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/database-cluster.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
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
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
