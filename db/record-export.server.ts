import { and, asc, eq, gte, lt, or, sql } from "drizzle-orm";
import { toHex } from "#app/domain/record/bytes.ts";
import type { JsonObject } from "#app/domain/record/canonical.ts";
import { RECORD_FILE_FORMAT, type RecordFileEntry } from "#app/domain/record/record-file.ts";
import { readWithdrawal } from "#app/domain/record/withdrawal.ts";
import { asPublic, database, type Transaction } from "./client.server.ts";
import { listKeys } from "./record-log.server.ts";
import { findLog, readStored, type Log, type StoredEntry } from "./record-read.server.ts";
import { recordCheckpoints, recordEntries, recordNodes } from "./schema/record.ts";

const PAGE = 1000;

/**
 * The whole record as one JSON file (`RecordFile`), in pieces, so that a large one need not fit into memory. Everything
 * comes as it is stored, for a verifier to judge. Undefined when the organisation has published nothing.
 *
 * The pieces are read in short transactions: a slow reader holds nothing. Entries never change; words withdrawn in the
 * meantime make the rest fail, because half a file would say less than the truth.
 */
export async function exportRecord(slug: string): Promise<AsyncGenerator<string> | undefined> {
  const head = await readHead(slug);
  return head && writeFile(head);
}

type Head = { log: Log; keys: string[]; checkpoints: string[] };

/** In one snapshot, so that the checkpoint is the one of this size. */
function readHead(slug: string): Promise<Head | undefined> {
  return database().transaction(
    async (tx) => {
      const log = await findLog(tx, slug);
      if (!log) return undefined;
      const keys = await listKeys(tx, log.organisationId);
      const latest = sql`(select max(size) from record_checkpoints where organisation_id = ${log.organisationId})`;
      const checkpoints = await tx
        .select({ note: recordCheckpoints.note })
        .from(recordCheckpoints)
        .where(
          and(
            eq(recordCheckpoints.organisationId, log.organisationId),
            or(recordCheckpoints.handover, eq(recordCheckpoints.size, latest)),
          ),
        )
        .orderBy(asc(recordCheckpoints.size));
      return { log, keys: keys.map(({ key }) => key), checkpoints: checkpoints.map(({ note }) => note) };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

async function* writeFile({ log, keys, checkpoints }: Head): AsyncGenerator<string> {
  const { organisationId, origin, size } = log;
  const start = JSON.stringify({ format: RECORD_FILE_FORMAT, origin, keys, checkpoints });
  yield `${start.slice(0, -1)},"entries":[`;
  for (let from = 0; from < size; from += PAGE) {
    const to = Math.min(from + PAGE, size);
    const stored = await asPublic((tx) => readStored(tx, organisationId, { from, to }));
    const items = everyNumber(from, to, stored, (entry) => JSON.stringify(fileEntry(entry)), "null");
    yield `${from === 0 ? "" : ","}\n${items.join(",\n")}`;
  }
  yield `],"leaves":[`;
  for (let from = 0; from < size; from += PAGE) {
    const to = Math.min(from + PAGE, size);
    const leaves = await asPublic((tx) => readHashes(tx, organisationId, 0, { from, to }));
    const items = everyNumber(from, to, leaves, ({ hash }) => `"${toHex(hash)}"`, '""');
    yield `${from === 0 ? "" : ","}\n${items.join(",\n")}`;
  }
  await refuseIfWithdrawnSince(log);
  yield "]}\n";
}

/** One piece for each number of a range: a gap in what is stored has to be seen as one. */
function everyNumber<Row extends { index: number }>(
  from: number,
  to: number,
  rows: readonly Row[],
  write: (row: Row) => string,
  missing: string,
): string[] {
  const byNumber = new Map(rows.map((row) => [row.index, write(row)]));
  return Array.from({ length: to - from }, (_, i) => byNumber.get(from + i) ?? missing);
}

async function refuseIfWithdrawnSince({ organisationId, size }: Log): Promise<void> {
  const [since] = await asPublic((tx) =>
    tx
      .select({ index: recordEntries.index })
      .from(recordEntries)
      .where(
        and(
          eq(recordEntries.organisationId, organisationId),
          gte(recordEntries.index, size),
          lt(recordEntries.withdraws, size),
        ),
      )
      .limit(1),
  );
  if (since) throw new Error("Words were withdrawn while the record was being read. Read it again.");
}

/** Hashes of one tile level, in order; a lost one is left out. */
export function readHashes(
  tx: Transaction,
  organisationId: string,
  level: number,
  { from, to }: { from: number; to: number },
): Promise<{ index: number; hash: Uint8Array }[]> {
  return tx
    .select({ index: recordNodes.index, hash: recordNodes.hash })
    .from(recordNodes)
    .where(
      and(
        eq(recordNodes.organisationId, organisationId),
        eq(recordNodes.level, level),
        gte(recordNodes.index, from),
        lt(recordNodes.index, to),
      ),
    )
    .orderBy(asc(recordNodes.index));
}

/** An entry as record files and the bodies' address show it. */
export function fileEntry({ entry, body, salt, withdrawnBy, withdrawal }: StoredEntry): RecordFileEntry {
  const said = withdrawal === null ? undefined : readWithdrawal(readBody(withdrawal));
  return {
    entry,
    ...(salt === null ? {} : { salt: toHex(salt) }),
    ...(body === null ? {} : { body: readBody(body) }),
    ...(withdrawnBy === null ? {} : { tombstone: { by: withdrawnBy, reason: said?.reason ?? "" } }),
  };
}

/** Words that were tampered with may not even be JSON: they are shown as they are, and do not match their seal. */
function readBody(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : { unreadable: text };
  } catch {
    return { unreadable: text };
  }
}
