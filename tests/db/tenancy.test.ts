import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { asPublic, inScope, type Transaction } from "#db/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type GivenOrganisation, givenOrganisation } from "#tests/support/given.ts";

const db = useDatabase();

/** The public record is for everybody to read. Any other table that everybody reads needs a reason as good. */
const readByAll = [
  "record_bodies",
  "record_checkpoints",
  "record_directory",
  "record_entries",
  "record_keys",
  "record_logs",
  "record_nodes",
];
/** Within an organisation each person reads their own alone; tests/jobs/reminders.test.ts looks at them. */
const readByOnePerson = ["reminder_choices"];
/** No member reads these: the jobs do, and of an address its writer; tests/jobs and tests/db/feedback look at them. */
const readByJobs = ["check_in_contacts", "reminder_letters", "reminder_told"];

let tables: string[];
let ours: GivenOrganisation;
let theirs: GivenOrganisation;

/**
 * Every table with organisation_id, whatever migration made it, gets one row of ours and one of theirs. This database is the
 * file's own and thrown away, so constraints and triggers go first: what is tested is the lock between organisations alone.
 */
beforeAll(async () => {
  ours = await givenOrganisation();
  theirs = await givenOrganisation({ name: "Somebody Else" });
  const found = await db.ownerSql<{ name: string }[]>`
    select t.table_name as name from information_schema.tables t
    join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name = 'organisation_id'
    order by 1`;
  tables = found.map(({ name }) => name);
  await db.ownerSql.begin(async (owner) => {
    await owner`set local session_replication_role = replica`;
    const constraints = await owner<{ name: string; on: string }[]>`
      select conname as name, conrelid::regclass::text as on from pg_constraint
      where connamespace = 'public'::regnamespace and conrelid <> 0 and contype in ('c', 'f', 'p', 'u', 'x')`;
    for (const { name, on } of constraints)
      await owner`alter table ${owner(on)} drop constraint if exists ${owner(name)} cascade`;
    const columns = await owner<{ name: string; table: string }[]>`
      select column_name as name, table_name as table from information_schema.columns
      where table_schema = 'public' and table_name = any (${tables}) and is_nullable = 'NO'
        and is_identity = 'NO'`;
    for (const { name, table } of columns)
      await owner`alter table ${owner(table)} alter column ${owner(name)} drop not null`;
    for (const table of tables) {
      await owner`delete from ${owner(table)}`;
      for (const { organisationId } of [ours, theirs])
        await owner`insert into ${owner(table)} (organisation_id) values (${organisationId})`;
    }
  });
});

const rowsOf = (table: string, organisationId: string) => (tx: Transaction) =>
  tx.execute(sql`select 1 from ${sql.identifier(table)} where organisation_id = ${organisationId}`);

// Want of a right, and the public record's own "only grows".
const refusals = ["42501", "23001"];

/** Whether it was refused, or found nothing that it may touch. Neither changes a row. */
async function changesNothing(table: string, statement: ReturnType<typeof sql>): Promise<boolean> {
  const before = await fingerprint(table);
  await inScope(ours.scope, (tx) => tx.execute(statement)).catch((error: Error) => {
    if (!refusals.includes((error.cause as { code?: string } | undefined)?.code ?? "")) throw error;
  });
  return (await fingerprint(table)) === before;
}

async function fingerprint(table: string): Promise<string> {
  const rows = await db.ownerSql`
    select organisation_id::text as id, xmin::text, ctid::text from ${db.ownerSql(table)} order by 1, 2, 3`;
  return JSON.stringify(rows);
}

/** The names of the tables for which it does not hold: an empty list reads well when it fails. */
async function exceptions(holds: (table: string) => Promise<boolean>): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) if (!(await holds(table))) found.push(table);
  return found;
}

test("every table with organisation_id is locked between organisations, its owner not left out", async () => {
  expect(tables.length).toBeGreaterThan(80);
  const rows = await db.ownerSql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relname = any (${tables})
      and not (relrowsecurity and relforcerowsecurity)`;
  expect(rows.map(({ name }) => name)).toEqual([]);
});

test("no row of another organisation is seen, and one's own are", async () => {
  const seesTheirs = await exceptions(
    async (table) => (await inScope(ours.scope, rowsOf(table, theirs.organisationId))).length === 0,
  );
  expect(seesTheirs).toEqual(readByAll);
  const missesOurs = await exceptions(
    async (table) => (await inScope(ours.scope, rowsOf(table, ours.organisationId))).length === 1,
  );
  expect([...missesOurs].sort()).toEqual([...readByOnePerson, ...readByJobs].sort());
});

test("outside of an organisation nothing but the public record is seen", async () => {
  const open = await exceptions(
    async (table) => (await asPublic(rowsOf(table, theirs.organisationId))).length === 0,
  );
  expect(open).toEqual(readByAll);
});

test("no row of another organisation can be changed, taken over or removed", async () => {
  const { organisationId } = theirs;
  const open = await exceptions(async (table) => {
    const name = sql.identifier(table);
    const theirRows = sql`where organisation_id = ${organisationId}`;
    return (
      (await changesNothing(table, sql`update ${name} set organisation_id = organisation_id ${theirRows}`)) &&
      (await changesNothing(
        table,
        sql`update ${name} set organisation_id = ${ours.organisationId} ${theirRows}`,
      )) &&
      (await changesNothing(table, sql`delete from ${name} ${theirRows}`))
    );
  });
  expect(open).toEqual([]);
});

test("no row can be written into another organisation, nor one's own moved there", async () => {
  const { organisationId } = theirs;
  const open = await exceptions(async (table) => {
    const name = sql.identifier(table);
    return (
      (await changesNothing(table, sql`insert into ${name} (organisation_id) values (${organisationId})`)) &&
      (await changesNothing(
        table,
        sql`update ${name} set organisation_id = ${organisationId} where organisation_id = ${ours.organisationId}`,
      ))
    );
  });
  expect(open).toEqual([]);
});
