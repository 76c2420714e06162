import { eq } from "drizzle-orm";
import { emptyState, foldEntries, type RecordState } from "#app/domain/record/state.ts";
import { asPublic } from "./client.server.ts";
import { openStored, readStored } from "./record-read.server.ts";
import { recordLogs } from "./schema/record.ts";

/**
 * Folded records, kept in memory and extended by what is new: publishing the 10,001st entry reads one. The last used
 * stay; `MAX_CACHED_ENTRIES` in all, so that many large records cannot fill the memory.
 */
const MAX_CACHED_ENTRIES = 200_000;

const cached = new Map<string, RecordState>();

/** Entries read from the database at once. */
const PAGE = 5000;

/**
 * Everything public about an organisation, folded from its record: empty for one that has published nothing. Words that
 * were withdrawn leave the memory with the entry that withdraws them.
 *
 * @throws Error when the stored record has a gap or cannot be read.
 */
export async function readState(slug: string): Promise<RecordState> {
  const head = await findHead(slug);
  if (!head) return emptyState;
  let state = cached.get(head.organisationId) ?? emptyState;
  // The database was put back to an earlier day under a running server: what is remembered is not there any more.
  if (state.size > head.size) state = emptyState;
  while (state.size < head.size) {
    const from = state.size;
    const stored = await asPublic((tx) => readStored(tx, head.organisationId, { from, limit: PAGE }));
    if (stored.length === 0) throw new Error(`The record of ${slug} ends at entry ${from}, before its head.`);
    state = foldEntries(state, stored.map(openStored));
  }
  remember(head.organisationId, state);
  return state;
}

async function findHead(slug: string): Promise<{ organisationId: string; size: number } | undefined> {
  const [head] = await asPublic((tx) =>
    tx
      .select({ organisationId: recordLogs.organisationId, size: recordLogs.size })
      .from(recordLogs)
      .where(eq(recordLogs.slug, slug)),
  );
  return head;
}

function remember(organisationId: string, state: RecordState): void {
  cached.delete(organisationId);
  cached.set(organisationId, state);
  let entries = [...cached.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [oldest, { size }] of cached) {
    if (entries <= MAX_CACHED_ENTRIES || oldest === organisationId) break;
    cached.delete(oldest);
    entries -= size;
  }
}
