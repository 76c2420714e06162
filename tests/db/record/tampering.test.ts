import fc from "fast-check";
import type postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { knownHead, type KnownHead } from "#app/domain/record/known-head.ts";
import { verifyRecord, type Verification } from "#app/domain/record/verify.ts";
import { nodeRecordCrypto } from "#db/record-crypto.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  exported,
  makeOrganisation,
  publish,
  publishExample,
  update,
  type TestOrganisation,
} from "#tests/support/record.ts";

/** Somebody with full power over the database changes it behind the log's back; the copy is put back after each. */

const database = useDatabase();
const tables = [
  "record_bodies",
  "record_nodes",
  "record_checkpoints",
  "record_keys",
  "record_entries",
  "record_logs",
];
let organisation: TestOrganisation;
let early: KnownHead;
let known: KnownHead[];
let size: number;

beforeAll(async () => {
  const sql = database.ownerSql;
  organisation = await makeOrganisation(sql);
  await publish(organisation, [update("11111111-1111-4111-8111-111111111111", "Before")]);
  early = (await look()).head!;
  await publishExample(organisation);
  await sql.unsafe("create schema kept_copy");
  for (const table of tables) await sql.unsafe(`create table kept_copy.${table} as select * from ${table}`);
  const { head } = await look();
  known = [early, head!];
  size = head!.size;
});

async function look(heads: KnownHead[] = []): Promise<Verification> {
  return verifyRecord(await exported(organisation.slug), nodeRecordCrypto, heads);
}

type Sql = postgres.TransactionSql;

async function behindTheBack(work: (sql: Sql) => Promise<unknown>): Promise<void> {
  await database.ownerSql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await work(sql);
  });
}

async function putBack(): Promise<void> {
  await behindTheBack(async (sql) => {
    for (const table of tables) {
      await sql.unsafe(`delete from ${table}`);
      const columns = table === "record_entries" ? "organisation_id, index, entry, withdraws" : "*";
      const into = columns === "*" ? table : `${table} (${columns})`;
      await sql.unsafe(`insert into ${into} select ${columns} from kept_copy.${table}`);
    }
  });
}

const flip = "set_byte(x, n, (get_byte(x, n) + 1) % 256)";
const flipped = (column: string, place: number) =>
  flip.replaceAll("x", column).replaceAll("n", String(place));
const entryRow = "(organisation_id, index, entry, withdraws)";

/** Each takes two different entry numbers and a place. `names` is the entry that the finding must name. */
const tamperings: Record<
  string,
  (sql: Sql, a: number, b: number, place: number) => Promise<{ names?: number } | void>
> = {
  "an edited body": async (sql, a) => {
    const changed =
      await sql`update record_bodies set body = regexp_replace(body, '[a-z]"', 'ß"') where index = ${a}`;
    if (changed.count === 0) await sql`update record_bodies set body = '{}' where index = 0`;
    return { names: changed.count === 0 ? 0 : a };
  },
  "a body that is no JSON": async (sql) => {
    await sql`update record_bodies set body = 'lost' where index = 2`;
    return { names: 2 };
  },
  "an edited salt": async (sql, _a, _b, place) => {
    await sql.unsafe(`update record_bodies set salt = ${flipped("salt", place % 32)} where index = 3`);
    return { names: 3 };
  },
  "a body removed": async (sql) => {
    await sql`delete from record_bodies where index = 6`;
    return { names: 6 };
  },
  "a row removed": async (sql, a) => {
    await sql`delete from record_entries where index = ${a}`;
    return { names: a };
  },
  "a row and all that belongs to it removed": async (sql, a) => {
    for (const table of ["record_entries", "record_bodies"]) {
      await sql.unsafe(`delete from ${table} where index = ${a}`);
    }
    await sql`delete from record_nodes where index = ${a} and level = 0`;
    return { names: a };
  },
  "rows swapped": async (sql, a, b) => {
    await sql.unsafe(`update record_entries e set entry = o.entry from record_entries o
      where (e.index = ${a} and o.index = ${b}) or (e.index = ${b} and o.index = ${a})`);
    return { names: a };
  },
  "rows swapped with their words and leaves": async (sql, a, b) => {
    for (const [table, column] of [
      ["record_entries", "entry"],
      ["record_bodies", "body"],
      ["record_bodies", "salt"],
      ["record_nodes", "hash"],
    ]) {
      await sql.unsafe(`update ${table} e set ${column} = o.${column} from ${table} o
        where (e.index = ${a} and o.index = ${b}) or (e.index = ${b} and o.index = ${a})`);
    }
  },
  "an edited entry": async (sql, a) => {
    await sql`update record_entries set entry = replace(entry, '"v":1', '"v":2') where index = ${a}`;
    return { names: a };
  },
  "an earlier date": async (sql, a) => {
    await sql`update record_entries set entry = replace(entry, '"effectiveOn":"20', '"effectiveOn":"19') where index = ${a}`;
    return { names: a };
  },
  "an entry slipped in at the end": async (sql, a) => {
    await sql.unsafe(
      `insert into record_entries ${entryRow} select organisation_id, ${size}, entry, null from record_entries where index = ${a}`,
    );
    await sql`update record_logs set size = size + 1`;
  },
  "an edited leaf": async (sql, a, _b, place) => {
    await sql.unsafe(
      `update record_nodes set hash = ${flipped("hash", place % 32)} where index = ${a} and level = 0`,
    );
    return { names: a };
  },
  "a tree cut short": async (sql, a) => {
    await sql`delete from record_nodes where index >= ${a}`;
    return { names: a };
  },
  "a record cut short": async (sql, a) => {
    for (const table of ["record_entries", "record_bodies", "record_nodes"]) {
      await sql.unsafe(`delete from ${table} where index >= ${a}`);
    }
    await sql`update record_logs set size = ${a}`;
  },
  "a roll back to an earlier publication": async (sql) => {
    for (const table of ["record_entries", "record_bodies", "record_nodes"]) {
      await sql.unsafe(`delete from ${table} where index >= ${early.size}`);
    }
    await sql`delete from record_checkpoints where size > ${early.size}`;
    await sql`update record_logs set size = ${early.size}`;
  },
  "an edited checkpoint": async (sql, _a, _b, place) => {
    await sql`update record_checkpoints set note = overlay(note placing '~' from ${1 + (place % 150)} for 1)`;
  },
  "the checkpoint removed": async (sql) => {
    await sql`delete from record_checkpoints where size = ${size}`;
  },
  "another key": async (sql) => {
    await sql`update record_keys set verifier_key = replace(verifier_key, '+', '+0')`;
  },
  "words withdrawn without an entry": async (sql) => {
    await sql`delete from record_bodies where index = 2`;
    await sql`update record_entries set withdraws = 2 where kind = 'withdrawn'`;
    return { names: 2 };
  },
  "a tombstone taken away": async (sql) => {
    await sql`update record_entries set withdraws = null`;
  },
};

describe("behind the back", () => {
  test("what is not touched holds", async () => {
    expect((await look(known)).findings).toEqual([]);
  });

  test("every tampering is found, and the entry named where it is one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(tamperings)),
        fc.uniqueArray(fc.nat(size - 1), { minLength: 2, maxLength: 2 }),
        fc.nat(1000),
        async (name, [a, b], place) => {
          let expected: { names?: number } | void;
          await behindTheBack(async (sql) => {
            expected = await tamperings[name]!(sql, a!, b!, place);
          });
          const { outcome, findings } = await look(known);
          await putBack();
          expect([name, outcome]).toEqual([name, "broken"]);
          const { names } = expected! ?? {};
          if (names !== undefined) expect(findings.map(({ entry }) => entry)).toContain(names);
        },
      ),
      { numRuns: 150 },
    );
    expect((await look(known)).findings).toEqual([]);
  }, 120_000);

  test("a record written anew and signed with the true key is found by whoever looked before", async () => {
    const { checkpoint, root } = { checkpoint: early, root: Buffer.alloc(32, 1) };
    const other = knownHead({ origin: checkpoint.origin, size: checkpoint.size, root }, checkpoint.key);
    const { findings } = await look([other]);
    expect(findings.map(({ detail }) => detail)).toEqual([expect.stringMatching(/rewritten/)]);
  });
});
