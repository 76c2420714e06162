import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inScope } from "#db/client.server.ts";
import { removeHeldFiles } from "#db/held-files.server.ts";
import { holdFile, requireHeldFile } from "#db/pay-file.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { givenOrganisation } from "#tests/support/given.ts";

useDatabase();

describe("an uploaded file that nobody imports", () => {
  it("goes after a day, in whichever organisation, and a newer one stays", async () => {
    const [ours, theirs] = [await givenOrganisation(), await givenOrganisation()];
    const rows = [["Finance reference"], ["F-1"]];
    const held = (scope: typeof ours.scope, fileName: string) =>
      holdFile(scope, { kind: "payments", fileName, rows });
    const [old, fresh] = [await held(ours.scope, "old.csv"), await held(ours.scope, "new.csv")];
    await held(theirs.scope, "theirs.csv");
    for (const { scope } of [ours, theirs])
      await inScope(scope, (tx) =>
        tx.execute(
          sql`update pay_imports set created_at = now() - interval '25 hours' where file_name <> 'new.csv'`,
        ),
      );
    await expect(requireHeldFile(ours.scope, old)).rejects.toThrow(/could not find/);
    expect(await removeHeldFiles()).toBe(2);
    expect(await removeHeldFiles()).toBe(0);
    expect((await requireHeldFile(ours.scope, fresh)).fileName).toBe("new.csv");
  });
});
