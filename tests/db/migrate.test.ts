import { expect, test } from "vitest";
import { checksumOf, migrate, type Migration, readMigrations } from "#db/migrate.server.ts";
import { useDatabase } from "#tests/support/database.ts";

const database = useDatabase();

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: checksumOf(sql) };
}

test("a migrated database has nothing left to apply, and its files are numbered without a clash", async () => {
  expect(await migrate({ ownerUrl: database.ownerUrl })).toEqual([]);
  const numbers = (await readMigrations()).map(({ name }) => name.slice(0, 5));
  expect(numbers[0]).toBe("0001_");
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("several processes that start at once apply a migration once", async () => {
  const migrations = [
    ...(await readMigrations()),
    migration("9001_new.sql", "create table once_only (id int)"),
  ];
  const applied = await Promise.all(
    [1, 2, 3].map(() => migrate({ ownerUrl: database.ownerUrl, migrations })),
  );
  expect(applied.flat()).toEqual(["9001_new.sql"]);
});

test("a changed or missing file that was applied is refused by name", async () => {
  const [first, ...others] = await readMigrations();
  const changed = [
    migration(first!.name, "select 1"),
    ...others,
    migration("9001_new.sql", "create table once_only (id int)"),
  ];
  await expect(migrate({ ownerUrl: database.ownerUrl, migrations: changed })).rejects.toThrow(
    /0001_foundation.sql has changed/,
  );
  await expect(migrate({ ownerUrl: database.ownerUrl, migrations: [] })).rejects.toThrow(/is missing/);
});

test("a migration that fails leaves nothing of itself", async () => {
  const migrations = [
    ...(await readMigrations()),
    migration("9001_new.sql", "create table once_only (id int)"),
    migration("9002_broken.sql", "create table half (id int); select no_such_function()"),
  ];
  await expect(migrate({ ownerUrl: database.ownerUrl, migrations })).rejects.toThrow(
    /9002_broken.sql failed and was undone/,
  );
  const [row] = await database.ownerSql`select to_regclass('half') as half`;
  expect(row).toEqual({ half: null });
});

test("line endings do not change a checksum", () => {
  expect(checksumOf("select 1;\r\n")).toBe(checksumOf("select 1;\n"));
});
