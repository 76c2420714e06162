import { count, desc, eq, max } from "drizzle-orm";
import { equalBytes, toHex, utf8 } from "#app/domain/record/bytes.ts";
import { parseCheckpoint } from "#app/domain/record/checkpoint.ts";
import {
  appendLeaf,
  EMPTY_FRONTIER,
  frontierRoot,
  type Frontier,
  type TreeNode,
} from "#app/domain/record/frontier.ts";
import { leafHash } from "#app/domain/record/merkle.ts";
import { parseNote } from "#app/domain/record/signed-note.ts";
import { TILE_HEIGHT } from "#app/domain/record/tile.ts";
import { asPublic, inOrganisation, type Transaction } from "./client.server.ts";
import { signHead } from "./record-append.server.ts";
import { sha256 } from "./record-crypto.server.ts";
import { readHashes } from "./record-export.server.ts";
import { joinFrontier, lockLog } from "./record-log.server.ts";
import { readStored } from "./record-read.server.ts";
import { recordCheckpoints, recordEntries, recordLogs } from "./schema/record.ts";

export type Healed = {
  /** Origins whose head was signed now, because a crash had kept that from happening. */
  signed: string[];
  /** What is wrong, each as a sentence with the origin. Nothing of it was changed: a record is never repaired in silence. */
  faults: string[];
};

/** Entries read at once. */
const PAGE = 5000;

/** Looks through every log: entries, tree, head and signature have to agree. Meant for the start of the server. */
export async function healRecords(): Promise<Healed> {
  const logs = await asPublic((tx) =>
    tx.select({ organisationId: recordLogs.organisationId, origin: recordLogs.origin }).from(recordLogs),
  );
  const healed: Healed = { signed: [], faults: [] };
  for (const { organisationId, origin } of logs) {
    const { fault, signed } = await inOrganisation(organisationId, null, (tx) => healLog(tx, organisationId));
    if (fault) healed.faults.push(`The record of ${origin} does not hold: ${fault}`);
    if (signed) healed.signed.push(origin);
  }
  return healed;
}

async function healLog(
  tx: Transaction,
  organisationId: string,
): Promise<{ fault?: string; signed?: boolean }> {
  const log = await lockLog(tx, organisationId);
  const { size } = log.frontier;
  const fault =
    (await checkNumbers(tx, organisationId, size)) ?? (await checkTree(tx, organisationId, log.frontier));
  if (fault) return { fault };
  const [latest] = await tx
    .select()
    .from(recordCheckpoints)
    .where(eq(recordCheckpoints.organisationId, organisationId))
    .orderBy(desc(recordCheckpoints.size))
    .limit(1);
  if (size > 0 && (!latest || latest.size < size)) {
    await signHead(tx, log, log.frontier);
    return { signed: true };
  }
  return latest ? checkHead(latest.note, log.frontier) : {};
}

async function checkNumbers(
  tx: Transaction,
  organisationId: string,
  size: number,
): Promise<string | undefined> {
  const [found] = await tx
    .select({ entries: count(), last: max(recordEntries.index) })
    .from(recordEntries)
    .where(eq(recordEntries.organisationId, organisationId));
  const entries = found?.entries ?? 0;
  if (entries === size && (found?.last ?? -1) === size - 1) return undefined;
  return `its head counts ${size} entries, and ${entries} are stored.`;
}

/** Grows the tree once more from the entries themselves and compares each stored hash. */
async function checkTree(
  tx: Transaction,
  organisationId: string,
  head: Frontier,
): Promise<string | undefined> {
  let frontier = EMPTY_FRONTIER;
  const upper: TreeNode[] = [];
  for (let from = 0; from < head.size; from += PAGE) {
    const range = { from, to: Math.min(from + PAGE, head.size) };
    const leaves = new Map(
      (await readHashes(tx, organisationId, 0, range)).map(({ index, hash }) => [index, hash]),
    );
    for (const { index, entry } of await readStored(tx, organisationId, range)) {
      const leaf = leafHash(sha256, utf8(entry));
      const stored = leaves.get(index);
      if (!stored || !equalBytes(stored, leaf)) return `entry ${index} is not the one that its tree holds.`;
      const step = appendLeaf(frontier, leaf, sha256);
      frontier = step.frontier;
      upper.push(...step.completed.filter(({ level }) => level > 0 && level % TILE_HEIGHT === 0));
    }
  }
  if (!equalBytes(joinFrontier(frontier), joinFrontier(head))) return "its head is not that of its entries.";
  return checkUpperLevels(tx, organisationId, upper);
}

async function checkUpperLevels(tx: Transaction, organisationId: string, upper: readonly TreeNode[]) {
  const place = (level: number, index: number) => `${level}/${index}`;
  const expected = new Map(
    upper.map(({ level, index, hash }) => [place(level / TILE_HEIGHT, index), toHex(hash)]),
  );
  const levels = Math.max(0, ...upper.map(({ level }) => level / TILE_HEIGHT));
  for (let level = 1; level <= levels; level++) {
    const stored = await readHashes(tx, organisationId, level, { from: 0, to: upper.length });
    for (const { index, hash } of stored) {
      if (expected.get(place(level, index)) === toHex(hash)) expected.delete(place(level, index));
    }
  }
  const [first] = expected.keys();
  return first === undefined ? undefined : `the hash ${first} of its tree is wrong or lost.`;
}

function checkHead(note: string, frontier: Frontier): { fault?: string } {
  const text = parseNote(note)?.text;
  const checkpoint = text === undefined ? undefined : parseCheckpoint(text);
  if (!checkpoint) return { fault: "its latest checkpoint cannot be read." };
  const holds =
    checkpoint.size === frontier.size && equalBytes(checkpoint.root, frontierRoot(frontier, sha256));
  return holds ? {} : { fault: `its checkpoint at ${checkpoint.size} entries signs something else.` };
}
