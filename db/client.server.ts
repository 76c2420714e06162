import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Scope } from "#app/domain/organisation/scope.ts";

export type Database = PostgresJsDatabase<Record<string, never>>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

type Connection = { client: postgres.Sql; database: Database };

// The server, the command line and the bundle that Remix builds are separate copies of this module in one process:
// the pool has to live outside all of them.
const home = globalThis as { [key: symbol]: Connection | undefined };
const key = Symbol.for("kept.database");

/** Opens the one pool of this process as the application's role. `appUrl` never names the owner of the tables. */
export function connectDatabase({ appUrl, poolSize = 10 }: { appUrl: string; poolSize?: number }): Database {
  if (home[key]) return home[key].database;
  const client = postgres(appUrl, {
    max: poolSize,
    onnotice: () => undefined,
    connection: { TimeZone: "UTC" },
  });
  const database: Database = drizzle(client);
  home[key] = { client, database };
  return database;
}

/** @throws Error when nothing has connected yet: a mistake of the program, not of its user. */
export function database(): Database {
  const connection = home[key];
  if (!connection) throw new Error("The database is not connected: call connectDatabase() at the start.");
  return connection.database;
}

/** The pool itself, for LISTEN, advisory locks and health checks. */
export function databaseClient(): postgres.Sql {
  database();
  return home[key]!.client;
}

export async function closeDatabase(): Promise<void> {
  const connection = home[key];
  home[key] = undefined;
  await connection?.client.end({ timeout: 5 });
}

/** One transaction for one organisation. Row-level security lets it see and write that organisation's rows only. */
export function inScope<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inOrganisation(scope.organisationId, scope.userId, work);
}

/**
 * The same for work that no signed-in person asked for: a private link's holder, a job, a public question.
 * The caller has proved the organisation by other means (the link's hash, the job's own row).
 */
export function inOrganisation<T>(
  organisationId: string,
  userId: string | null,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const open = reading.getStore();
  if (open) {
    if (open.organisationId !== organisationId || open.userId !== userId)
      throw new Error(
        "A transaction for somebody else within the reading of one: two connections would be held.",
      );
    return work(open.tx);
  }
  return database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('kept.organisation_id', ${organisationId}, true),
      set_config('kept.user_id', ${userId ?? ""}, true)`);
    return work(tx);
  });
}

type Reading = { organisationId: string; userId: string; tx: Transaction };
const reading = new AsyncLocalStorage<Reading>();

/**
 * Many questions in one transaction: whatever asks `inScope` within `work` shares it, and each spares the database a beginning,
 * a setting and an end. For reading alone: a failure within takes everything back. Anything without this scope has to be asked
 * before or after, since nobody waits for a second connection while holding one.
 */
export function readTogether<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  const { organisationId, userId } = scope;
  return inScope(scope, (tx) => reading.run({ organisationId, userId, tx }, work));
}

/** A read-only transaction without any organisation: it sees the public record and nothing private. */
export function asPublic<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (reading.getStore())
    throw new Error("The public is asked before or after an organisation, not within it.");
  return database().transaction(work, { accessMode: "read only" });
}
