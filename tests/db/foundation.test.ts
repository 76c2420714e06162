import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { proveScope } from "#app/domain/organisation/scope.ts";
import { asPublic, databaseClient, inScope } from "#db/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";

const database = useDatabase();
const here = proveScope({ organisationId: randomUUID(), userId: "someone", role: "editor" });
const elsewhere = proveScope({ organisationId: randomUUID(), userId: "another", role: "editor" });

beforeAll(async () => {
  const { ownerSql } = database;
  await ownerSql`create table things (id int primary key, organisation_id uuid not null)`;
  await ownerSql`alter table things owner to kept_owner`;
  await ownerSql`grant select, insert, update, delete on things to kept_app`;
  await ownerSql`select kept_protect('things')`;
  await ownerSql`insert into things values (1, ${here.organisationId}), (2, ${elsewhere.organisationId})`;
});

describe("the application's role", () => {
  test("owns nothing and cannot bypass row-level security", async () => {
    const [role] = await databaseClient()`
      select current_user, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`;
    expect(role).toEqual({
      current_user: "kept_app",
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
    });
  });

  test("cannot make or change tables, nor see which migrations ran", async () => {
    await expect(databaseClient()`create table mine (id int)`).rejects.toThrow(/permission denied/);
    await expect(databaseClient()`alter table installation add column x int`).rejects.toThrow(
      /must be owner/,
    );
    await expect(databaseClient()`select * from applied_migrations`).rejects.toThrow(/permission denied/);
  });

  test("may use a table which a migration makes later", async () => {
    expect(await databaseClient()`select count(*)::int as n from installation`).toEqual([{ n: 0 }]);
  });
});

describe("a protected table", () => {
  const ids = sql`select id from things order by id`;

  test("shows an organisation its own rows alone", async () => {
    expect([...(await inScope(here, (tx) => tx.execute(ids)))]).toEqual([{ id: 1 }]);
    expect([...(await inScope(elsewhere, (tx) => tx.execute(ids)))]).toEqual([{ id: 2 }]);
  });

  test("shows nothing outside an organisation, also on a connection that has served one", async () => {
    for (let turn = 0; turn < 8; turn++) {
      await inScope(here, (tx) => tx.execute(ids));
      expect([...(await asPublic((tx) => tx.execute(ids)))]).toEqual([]);
    }
  });

  test("takes no row for another organisation, and lets none be moved there", async () => {
    const insert = sql`insert into things values (3, ${elsewhere.organisationId})`;
    await expect(inScope(here, (tx) => tx.execute(insert))).rejects.toThrow();
    const move = sql`update things set organisation_id = ${elsewhere.organisationId}`;
    await expect(inScope(here, (tx) => tx.execute(move))).rejects.toThrow();
    await inScope(here, (tx) => tx.execute(sql`delete from things`));
    expect(await database.ownerSql`select id from things`).toEqual([{ id: 2 }]);
  });
});
