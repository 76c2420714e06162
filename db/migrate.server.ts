import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { CannotStart } from "./cannot-start.server.ts";

export type Migration = { name: string; sql: string; checksum: string };

/** Any number, as long as every Kept asks for the same one. */
const migrationLock = 5_355_844;

/**
 * Applies the migrations which this database has not seen, in order of their names, one transaction each. Several processes
 * may call it at once: they take turns. Returns the names applied now.
 * @throws CannotStart when an applied file has changed or disappeared, or one fails.
 */
export async function migrate({
  ownerUrl,
  migrations,
}: {
  ownerUrl: string;
  migrations?: Migration[];
}): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations());
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connection: { TimeZone: "UTC" } });
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await sql`create table if not exists applied_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`;
    const applied = await sql<
      { name: string; checksum: string }[]
    >`select name, checksum from applied_migrations`;
    requireUnchanged(applied, wanted);
    const known = new Set(applied.map(({ name }) => name));
    const missing = wanted.filter(({ name }) => !known.has(name));
    for (const migration of missing) await apply(sql, migration);
    return missing.map(({ name }) => name);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The files `NNNN_<room>.sql` beside this one. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = join(fileURLToPath(new URL(".", import.meta.url)), "migrations");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), "utf8");
      return { name, sql: text, checksum: checksumOf(text) };
    }),
  );
}

/** Line endings do not count: git may change them on the way to another machine. */
export function checksumOf(text: string): string {
  return createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex");
}

function requireUnchanged(applied: { name: string; checksum: string }[], wanted: Migration[]): void {
  for (const { name, checksum } of applied) {
    const file = wanted.find((migration) => migration.name === name);
    if (file?.checksum === checksum) continue;
    const what = file ? "has changed since" : "is missing, although";
    throw new CannotStart(
      `The migration db/migrations/${name} ${what} this database applied it. ` +
        `Restore the file and put changes into a new migration, or use another database.`,
    );
  }
}

async function apply(sql: postgres.Sql, { name, sql: text, checksum }: Migration): Promise<void> {
  try {
    await sql.begin(async (tx) => {
      await tx.unsafe(text);
      await tx`insert into applied_migrations (name, checksum) values (${name}, ${checksum})`;
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`The migration db/migrations/${name} failed and was undone: ${reason}`);
  }
}
