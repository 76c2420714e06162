import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDatabase, connectDatabase } from "#db/client.server.ts";
import { asRole } from "#db/open.server.ts";
import { provideRecordKeys } from "#db/record-keys.server.ts";

export type TestDatabase = {
  /** Sees and changes every row, whatever row-level security says: for setting up and for looking behind the scenes. */
  readonly ownerSql: postgres.Sql;
  /** Connects as the owner of the tables, as migrations do. */
  readonly ownerUrl: string;
  /** Connects as the application does. */
  readonly appUrl: string;
};

/**
 * Call once at the top of a test file. It copies the migrated template into a database of the file's own, connects the
 * application's pool to it as `kept_app`, and drops it at the end. Read the properties inside tests and hooks only.
 */
export function useDatabase(): TestDatabase {
  let opened: (TestDatabase & { drop: () => Promise<void> }) | undefined;
  const required = () => {
    if (!opened)
      throw new Error("The test database is there inside tests and hooks, not while the file is read.");
    return opened;
  };
  beforeAll(async () => {
    opened = await openCopy();
    connectDatabase({ appUrl: opened.appUrl, poolSize: 4 });
    provideRecordKeys({ seeds: () => [new Uint8Array(32).fill(7)], host: "kept.test" });
  });
  afterAll(async () => {
    await closeDatabase();
    await opened?.drop();
  });
  return {
    get ownerSql() {
      return required().ownerSql;
    },
    get ownerUrl() {
      return required().ownerUrl;
    },
    get appUrl() {
      return required().appUrl;
    },
  };
}

async function openCopy(): Promise<TestDatabase & { drop: () => Promise<void> }> {
  const { adminUrl, template } = inject("cluster");
  const name = `${template}_${randomBytes(4).toString("hex")}`;
  const adminSql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  await adminSql`create database ${adminSql(name)} template ${adminSql(template)} owner kept_owner`;
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const ownerSql = postgres(url.href, { max: 2, onnotice: () => undefined });
  return {
    ownerSql,
    ownerUrl: asRole(url.href, "kept_owner"),
    appUrl: asRole(url.href, "kept_app"),
    drop: async () => {
      await ownerSql.end({ timeout: 5 });
      await adminSql`drop database if exists ${adminSql(name)} with (force)`;
      await adminSql.end({ timeout: 5 });
    },
  };
}
