import { eq, sql } from "drizzle-orm";
import { concatBytes } from "#app/domain/record/bytes.ts";
import type { Frontier } from "#app/domain/record/frontier.ts";
import { HASH_BYTES } from "#app/domain/record/merkle.ts";
import { encodeVerifierKey } from "#app/domain/record/verifier-key.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Transaction } from "./client.server.ts";
import { newestKey, originOfNewLog } from "./record-keys.server.ts";
import { organisations } from "./schema/accounts.ts";
import { recordKeys, recordLogs } from "./schema/record.ts";

/** An organisation's log as a publisher holds it: nobody else can append until the transaction ends. */
export type LockedLog = {
  readonly organisationId: string;
  readonly slug: string;
  readonly origin: string;
  readonly frontier: Frontier;
  /** ISO instant; null while the log is empty. */
  readonly lastRecordedAt: string | null;
  readonly demonstration: boolean;
};

/**
 * Locks the organisation's log until the transaction ends, beginning it when there is none. The transaction must be the
 * organisation's own (`inScope`).
 *
 * @throws Refusal (404) when there is no such organisation.
 */
export async function lockLog(tx: Transaction, organisationId: string): Promise<LockedLog> {
  return (await findAndLock(tx, organisationId)) ?? (await beginLog(tx, organisationId));
}

async function findAndLock(tx: Transaction, organisationId: string): Promise<LockedLog | undefined> {
  const [log] = await tx
    .select()
    .from(recordLogs)
    .where(eq(recordLogs.organisationId, organisationId))
    .for("update");
  if (!log) return undefined;
  const [organisation] = await tx
    .select({ demonstration: organisations.demonstration })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return {
    organisationId,
    slug: log.slug,
    origin: log.origin,
    frontier: { size: log.size, hashes: splitFrontier(log.frontier) },
    lastRecordedAt: log.lastRecordedAt && new Date(log.lastRecordedAt).toISOString(),
    demonstration: organisation?.demonstration ?? false,
  };
}

async function beginLog(tx: Transaction, organisationId: string): Promise<LockedLog> {
  const [organisation] = await tx.select().from(organisations).where(eq(organisations.id, organisationId));
  if (!organisation) throw Refusal.notFound("organisation");
  const { slug } = organisation;
  const origin = originOfNewLog(slug);
  const begun = await tx
    .insert(recordLogs)
    .values({ organisationId, slug, origin })
    .onConflictDoNothing()
    .returning({ slug: recordLogs.slug });
  if (begun.length > 0) {
    const { verifier } = await newestKey(origin);
    await tx
      .insert(recordKeys)
      .values({ organisationId, fromSize: 0, verifierKey: encodeVerifierKey(verifier) });
  }
  const log = await findAndLock(tx, organisationId);
  if (!log) throw new Error(`The record of ${slug} cannot begin: another log has the origin ${origin}.`);
  return log;
}

/** The frontier as the log's row keeps it. */
export function joinFrontier({ hashes }: Frontier): Uint8Array {
  return concatBytes(...hashes);
}

export function splitFrontier(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}

/** The verifier keys of a log, the first one first, each with the size from which it signs. */
export function listKeys(tx: Transaction, organisationId: string) {
  return tx
    .select({ fromSize: recordKeys.fromSize, key: recordKeys.verifierKey })
    .from(recordKeys)
    .where(eq(recordKeys.organisationId, organisationId))
    .orderBy(sql`from_size`);
}
