import { eq } from "drizzle-orm";
import { encodeCheckpoint } from "#app/domain/record/checkpoint.ts";
import { appendLeaf, frontierRoot, type Frontier, type TreeNode } from "#app/domain/record/frontier.ts";
import { keysInForce } from "#app/domain/record/key-rotation.ts";
import { signNote } from "#app/domain/record/signed-note.ts";
import type { EntryDraft } from "#app/domain/record/state.ts";
import { TILE_HEIGHT } from "#app/domain/record/tile.ts";
import { readWithdrawal, WITHDRAWN } from "#app/domain/record/withdrawal.ts";
import type { Transaction } from "./client.server.ts";
import { ed25519, sha256 } from "./record-crypto.server.ts";
import { projectOrganisation } from "./record-directory.server.ts";
import { signerOf } from "./record-keys.server.ts";
import { joinFrontier, listKeys, lockLog, type LockedLog } from "./record-log.server.ts";
import { sealDraft, type SealedDraft } from "./record-seal.server.ts";
import { recordBodies, recordCheckpoints, recordEntries, recordLogs, recordNodes } from "./schema/record.ts";

export type Appended = {
  /** Number of the first entry appended now; the first of a log is 0. */
  firstIndex: number;
  /** Entries in the log after it. */
  size: number;
};

/** PostgreSQL takes 65,535 parameters in one statement, and a row needs eight at most. */
const ROWS_AT_ONCE = 4000;

/**
 * Appends to an organisation's public record, in the caller's transaction: entries, words, tree and signed checkpoint
 * appear together with what the caller writes, or not at all. Others who publish for the organisation wait for it to end.
 *
 * @param recordedAt ISO instant; only an invented organisation may say when, so that demonstrations can have a past.
 *   For everybody else it is the clock's.
 * @throws RangeError, ZodError when a draft cannot be an entry.
 */
export async function appendEntries(
  tx: Transaction,
  { organisationId }: { organisationId: string },
  drafts: readonly EntryDraft[],
  { recordedAt }: { recordedAt?: string } = {},
): Promise<Appended> {
  const log = await lockLog(tx, organisationId);
  const firstIndex = log.frontier.size;
  if (drafts.length === 0) return { firstIndex, size: firstIndex };

  const instant = recordingInstant(log, recordedAt);
  const sealed = drafts.map((draft) => sealDraft(draft, instant));
  const { frontier, nodes } = grow(log.frontier, sealed);
  await insertEntries(tx, log, sealed);
  await insertNodes(tx, organisationId, nodes);
  await tx
    .update(recordLogs)
    .set({ size: frontier.size, frontier: joinFrontier(frontier), lastRecordedAt: instant })
    .where(eq(recordLogs.organisationId, organisationId));
  await signHead(tx, log, frontier);
  await projectOrganisation(tx, organisationId);
  return { firstIndex, size: frontier.size };
}

/** Signs the log at this size with the key in force; with two keys at a handover. */
export async function signHead(
  tx: Transaction,
  { organisationId, origin }: Pick<LockedLog, "organisationId" | "origin">,
  frontier: Frontier,
): Promise<string> {
  const keys = keysInForce(await listKeys(tx, organisationId), frontier.size);
  const signers = await Promise.all(keys.map((key) => signerOf(origin, key)));
  const text = encodeCheckpoint({ origin, size: frontier.size, root: frontierRoot(frontier, sha256) });
  const note = signNote(text, signers, ed25519);
  await tx
    .insert(recordCheckpoints)
    .values({ organisationId, size: frontier.size, note, handover: signers.length > 1 });
  return note;
}

function recordingInstant({ demonstration, lastRecordedAt }: LockedLog, given: string | undefined): string {
  if (given !== undefined && !demonstration) {
    throw new Error("Only an invented organisation can choose when its entries were recorded.");
  }
  const instant = new Date(given ?? Date.now()).toISOString();
  // A clock that was set back must not make the record run backwards.
  return lastRecordedAt !== null && lastRecordedAt > instant ? lastRecordedAt : instant;
}

function grow(frontier: Frontier, sealed: readonly SealedDraft[]) {
  const nodes: TreeNode[] = [];
  let grown = frontier;
  for (const { leaf } of sealed) {
    const step = appendLeaf(grown, leaf, sha256);
    grown = step.frontier;
    nodes.push(...step.completed.filter(({ level }) => level % TILE_HEIGHT === 0));
  }
  return { frontier: grown, nodes };
}

async function insertEntries(tx: Transaction, log: LockedLog, sealed: readonly SealedDraft[]): Promise<void> {
  const { organisationId } = log;
  const rows = sealed.map(({ entry, text, body, bodyText, salt }, i) => ({
    organisationId,
    index: log.frontier.size + i,
    entry: text,
    withdraws: entry.kind === WITHDRAWN ? readWithdrawal(body)?.entry : undefined,
    body: bodyText,
    salt,
  }));
  for (const part of inParts(rows)) {
    await tx.insert(recordEntries).values(part);
    await tx.insert(recordBodies).values(part);
  }
}

async function insertNodes(
  tx: Transaction,
  organisationId: string,
  nodes: readonly TreeNode[],
): Promise<void> {
  const rows = nodes.map(({ level, index, hash }) => ({
    organisationId,
    level: level / TILE_HEIGHT,
    index,
    hash,
  }));
  for (const part of inParts(rows)) await tx.insert(recordNodes).values(part);
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, i) => rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE));
}
