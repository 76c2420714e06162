import { defineConfig } from "vitest/config";

/** Three projects, cheapest first. `npm test` runs them all; `npx vitest run --project domain` runs one. */
export default defineConfig({
  test: {
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
          sequence: { groupOrder: 2 },
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
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
