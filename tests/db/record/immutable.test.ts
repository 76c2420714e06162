import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { databaseClient, inOrganisation } from "#db/client.server.ts";
import { appendEntries, withdrawEntry } from "#db/record.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  exported,
  makeOrganisation,
  publish,
  publishExample,
  update,
  type TestOrganisation,
} from "#tests/support/record.ts";

const database = useDatabase();
let organisation: TestOrganisation;

beforeAll(async () => {
  organisation = await makeOrganisation(database.ownerSql);
  await publishExample(organisation);
});

const tables = [
  "record_logs",
  "record_keys",
  "record_entries",
  "record_bodies",
  "record_nodes",
  "record_checkpoints",
];

describe("what was recorded stays", () => {
  test.each(tables)("nobody can empty %s or delete from it, its owner included", async (table) => {
    const sql = database.ownerSql;
    await expect(sql.unsafe(`delete from ${table}`)).rejects.toThrow(/only grows|can only go together/);
    await expect(sql.unsafe(`truncate ${table} cascade`)).rejects.toThrow(/only grows/);
    await expect(databaseClient().unsafe(`truncate ${table}`)).rejects.toThrow(/permission denied/);
  });

  test.each([
    "update record_entries set entry = entry",
    "update record_bodies set body = '{}'",
    "update record_nodes set hash = hash",
    "update record_checkpoints set note = note",
    "update record_keys set verifier_key = 'x'",
    "update record_logs set size = size - 1",
    "update record_logs set origin = 'elsewhere/x'",
  ])("%s is refused", async (statement) => {
    await expect(database.ownerSql.unsafe(statement)).rejects.toThrow(/only grows|never shrinks/);
  });

  test("an organisation cannot write into another's record", async () => {
    const other = await makeOrganisation(database.ownerSql);
    const trespass = inOrganisation(other.organisationId, null, (tx) =>
      appendEntries(tx, organisation, [update(randomUUID(), "x")]),
    );
    await expect(trespass).rejects.toThrow();
  });

  test("a withdrawal cannot be recorded while the words are still there", async () => {
    const draft = {
      kind: "withdrawn",
      subject: "update:x",
      effectiveOn: "2025-01-01",
      role: "owner" as const,
      body: { content: { entry: 5, reason: "harmful-mistake" } },
    };
    await expect(publish(organisation, [draft])).rejects.toThrow();
    expect((await exported(organisation.slug)).entries[5]!.body).toBeDefined();
  });
});

describe("withdrawing", () => {
  const scopeOf = (role: "owner" | "editor" | "reviewer") =>
    proveScope({ organisationId: organisation.organisationId, userId: "someone", role });

  test("is for owners, of words that are there and may be taken back", async () => {
    await expect(withdrawEntry(scopeOf("editor"), 1, "harmful-mistake")).rejects.toThrow(/Only an owner/);
    await expect(withdrawEntry(scopeOf("reviewer"), 1, "harmful-mistake")).rejects.toThrow(/Only an owner/);
    await expect(withdrawEntry(scopeOf("owner"), 999, "harmful-mistake")).rejects.toThrow(/could not find/);
    await expect(withdrawEntry(scopeOf("owner"), 4, "harmful-mistake")).rejects.toThrow(/already/);
    await expect(withdrawEntry(scopeOf("owner"), 0, "harmful-mistake")).rejects.toThrow(/correction/);
  });

  test("of one entry by two owners at once happens once", async () => {
    const { firstIndex } = await publish(organisation, [update(randomUUID(), "Twice")]);
    const both = await Promise.allSettled(
      [1, 2].map(() => withdrawEntry(scopeOf("owner"), firstIndex, "erasure-request")),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
