import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { countTry, TooManyTries } from "#app/http/rate-limit.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { provideTestSettings } from "#tests/support/settings.ts";

const db = useDatabase();
beforeAll(() => provideTestSettings());

const program = fileURLToPath(new URL("../support/try-process.ts", import.meta.url));

/** How many of the tries another app process lets in. */
async function elsewhere(address: string, tries: number): Promise<number> {
  const args = ["--import", "tsx", program, db.appUrl, address, String(tries)];
  return Number((await promisify(execFile)(process.execPath, args)).stdout);
}

describe("tries at the open door", () => {
  it("are ten an hour from one address, however many app processes there are", async () => {
    const [first, second] = await Promise.all([elsewhere("203.0.113.7", 8), elsewhere("203.0.113.7", 8)]);
    expect(first + second).toBe(10);
    await expect(countTry("open-door-address", "203.0.113.7")).rejects.toBeInstanceOf(TooManyTries);
    await expect(countTry("open-door-address", "203.0.113.8")).resolves.toBeUndefined();
  });

  it("are kept under no name that whoever reads the table could work out without the secret", async () => {
    await countTry("open-door-address", "203.0.113.9");
    const keys = (await db.ownerSql`select key from rate_limits`).map(({ key }) => String(key));
    const plain = createHash("sha256").update("203.0.113.9").digest("base64url");
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.some((key) => key.includes("203.0.113") || key.includes(plain))).toBe(false);
    provideTestSettings({ secret: "another secret for tests alone, as long as it" });
    await countTry("open-door-address", "203.0.113.9");
    expect(await db.ownerSql`select key from rate_limits`).toHaveLength(keys.length + 1);
    provideTestSettings();
  });
});
