import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyRecord } from "#app/domain/record/verify.ts";
import { addSeed, loadRecordKeys } from "#db/record-key-file.server.ts";
import { provideRecordKeys } from "#db/record-keys.server.ts";
import { nodeRecordCrypto } from "#db/record-crypto.server.ts";
import { handOverKeys, healRecords, readState, readVerifierKey } from "#db/record.server.ts";
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
const folder = mkdtempSync(join(tmpdir(), "kept-keys-"));
const settings = { dataFolder: folder, recordKey: undefined, publicUrl: "https://kept.example:8443" };
let organisation: TestOrganisation;

beforeAll(async () => {
  provideRecordKeys(loadRecordKeys(settings));
  organisation = await makeOrganisation(database.ownerSql);
  await publishExample(organisation, { rotate: changeKey });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function changeKey() {
  addSeed(folder);
  return handOverKeys();
}

describe("a record with a change of key and words withdrawn", () => {
  test("verifies, and says so in a line", async () => {
    const file = await exported(organisation.slug);
    const { line, findings } = await verifyRecord(file, nodeRecordCrypto);
    expect(findings).toEqual([]);
    expect(line).toMatch(
      new RegExp(
        `^Held: 26 entries of kept.example:8443/${organisation.slug}, signed, .* 1 withdrawn openly`,
      ),
    );
    expect(file.keys).toHaveLength(2);
    expect(file.checkpoints).toHaveLength(2);
    expect(await readVerifierKey(organisation.slug)).toBe(file.keys[1]);
  });

  test("folds to a tombstone and nothing of the words", async () => {
    const versions = [...(await readState(organisation.slug)).subjects.values()].flat();
    const tombstone = versions.find(({ index }) => index === 4)!;
    expect(tombstone.body).toBeNull();
    expect(tombstone.withdrawn).toMatchObject({ reason: "consent-taken-back", index: 12 });
  });

  test("a second change of key changes all that have not changed, once", async () => {
    const other = await makeOrganisation(database.ownerSql);
    await publish(other, [update(randomUUID(), "x")]);
    const before = (await exported(organisation.slug)).entries.length;
    addSeed(folder);
    expect((await handOverKeys()).length).toBe(2);
    expect(await handOverKeys()).toEqual([]);
    const file = await exported(organisation.slug);
    expect(file.entries).toHaveLength(before + 1);
    expect((await verifyRecord(file, nodeRecordCrypto)).findings).toEqual([]);
    expect((await verifyRecord(await exported(other.slug), nodeRecordCrypto)).findings).toEqual([]);
  });
});

describe("the key", () => {
  test("is kept in a file for its owner's eyes alone, and stays the same", () => {
    const path = join(folder, "record-key");
    const seeds = loadRecordKeys(settings).seeds();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8").trim().split("\n")).toHaveLength(seeds.length);
    expect(loadRecordKeys(settings).seeds()).toEqual(seeds);
  });

  test("may be given by setting, and a wrong one is refused with a sentence", () => {
    const key = Buffer.alloc(32, 1).toString("base64");
    expect(loadRecordKeys({ ...settings, recordKey: `${key},${key}` }).seeds()).toHaveLength(2);
    for (const recordKey of ["short", `${key},`, Buffer.alloc(31).toString("base64")]) {
      expect(() => loadRecordKeys({ ...settings, recordKey })).toThrow(
        /RECORD_KEY has to be 32 random bytes/,
      );
    }
  });

  test("that is another than the log's is refused, and nothing is written", async () => {
    provideRecordKeys({ host: "kept.example", seeds: () => [new Uint8Array(32)] });
    await expect(publish(organisation, [update(randomUUID(), "x")])).rejects.toThrow(
      /Restore the file record-key/,
    );
    provideRecordKeys(loadRecordKeys(settings));
    await publish(organisation, [update(randomUUID(), "x")]);
  });
});

describe("the check at start", () => {
  test("finds nothing wrong with what is whole", async () => {
    expect(await healRecords()).toEqual({ signed: [], faults: [] });
  });

  test("signs a head that a crash left unsigned", async () => {
    await behindTheBack(
      (sql) => sql`
      delete from record_checkpoints where organisation_id = ${organisation.organisationId}
      and size = (select max(size) from record_checkpoints where organisation_id = ${organisation.organisationId})`,
    );
    expect((await healRecords()).signed).toEqual([`kept.example:8443/${organisation.slug}`]);
    expect((await verifyRecord(await exported(organisation.slug), nodeRecordCrypto)).findings).toEqual([]);
  });

  test.each([
    ["a lost entry", "delete from record_entries where index = 3", /stored/],
    [
      "a changed entry",
      "update record_entries set entry = replace(entry, 'owner', 'editor') where index = 0",
      /entry 0/,
    ],
    ["a lost leaf", "delete from record_nodes where index = 3", /entry 3/],
    ["a head that was put back", "update record_logs set size = size - 1", /counts/],
    [
      "another frontier",
      "update record_logs set frontier = decode(repeat('00', 32), 'hex')",
      /not that of its entries/,
    ],
    ["a changed checkpoint", "update record_checkpoints set note = 'Trust me'", /cannot be read/],
  ])("names %s and repairs nothing", async (_, statement, sentence) => {
    const fresh = await makeOrganisation(database.ownerSql);
    await publishExample(fresh);
    await behindTheBack((sql) =>
      sql.unsafe(
        `${statement} ${statement.includes("where") ? "and" : "where"} organisation_id = '${fresh.organisationId}'`,
      ),
    );
    const { faults, signed } = await healRecords();
    expect(signed).toEqual([]);
    expect(faults.filter((fault) => fault.includes(fresh.slug))).toEqual([expect.stringMatching(sentence)]);
  });
});

/** As somebody with full power over the database: no trigger runs. */
async function behindTheBack(work: (sql: typeof database.ownerSql) => Promise<unknown>): Promise<void> {
  await database.ownerSql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await work(tx as unknown as typeof database.ownerSql);
  });
}
