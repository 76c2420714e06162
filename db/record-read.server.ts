import { and, eq, gte, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { parseEntry } from "#app/domain/record/entry.ts";
import type { AuthorRole, EntryBody, RecordedEntry } from "#app/domain/record/state.ts";
import type { Transaction } from "./client.server.ts";
import { recordBodies, recordEntries, recordLogs } from "./schema/record.ts";

/** Reading a log: what is there, and who may say so is everybody. */

export type Log = typeof recordLogs.$inferSelect;

/** The log of the organisation with this address; undefined when it has published nothing yet. */
export async function findLog(tx: Transaction, slug: string): Promise<Log | undefined> {
  const [log] = await tx.select().from(recordLogs).where(eq(recordLogs.slug, slug));
  return log;
}

/** An entry with what lies beside it, as stored: nothing is trusted yet. */
export type StoredEntry = {
  index: number;
  /** Canonical text: the leaf. */
  entry: string;
  /** Canonical text; null when it is not there. */
  body: string | null;
  salt: Uint8Array | null;
  /** The number of the entry that withdraws this one's words. */
  withdrawnBy: number | null;
  /** The words of that entry. */
  withdrawal: string | null;
};

/** The entries from `from` on, in order: at most `limit`, and none at or past `to`. Gaps are left as they are. */
export function readStored(
  tx: Transaction,
  organisationId: string,
  { from, to, limit }: { from: number; to?: number; limit?: number },
): Promise<StoredEntry[]> {
  const by = alias(recordEntries, "by_entry");
  const byBody = alias(recordBodies, "by_body");
  const query = tx
    .select({
      index: recordEntries.index,
      entry: recordEntries.entry,
      body: recordBodies.body,
      salt: recordBodies.salt,
      withdrawnBy: by.index,
      withdrawal: byBody.body,
    })
    .from(recordEntries)
    .leftJoin(
      recordBodies,
      and(
        eq(recordBodies.organisationId, recordEntries.organisationId),
        eq(recordBodies.index, recordEntries.index),
      ),
    )
    .leftJoin(
      by,
      and(eq(by.organisationId, recordEntries.organisationId), eq(by.withdraws, recordEntries.index)),
    )
    .leftJoin(byBody, and(eq(byBody.organisationId, by.organisationId), eq(byBody.index, by.index)))
    .where(
      and(
        eq(recordEntries.organisationId, organisationId),
        gte(recordEntries.index, from),
        to === undefined ? undefined : lt(recordEntries.index, to),
      ),
    )
    .orderBy(sql`${recordEntries.index}`);
  return limit === undefined ? query : query.limit(limit);
}

/**
 * What the journey is folded from.
 *
 * @throws Error naming the entry when what is stored cannot be read: better no page than a wrong one.
 */
export function openStored({ index, entry, body }: StoredEntry): RecordedEntry {
  const parsed = parseEntry(entry);
  if (!parsed) throw new Error(`Entry ${index} of the record cannot be read. Run the command verify.`);
  const { kind, subject, effectiveOn, recordedAt, role, author } = parsed;
  return {
    index,
    kind,
    subject,
    effectiveOn,
    recordedAt,
    role: role as AuthorRole,
    ...(author === undefined ? {} : { author }),
    body: body === null ? null : (JSON.parse(body) as EntryBody),
  };
}
