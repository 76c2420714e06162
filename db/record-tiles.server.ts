import { desc, eq } from "drizzle-orm";
import { concatBytes, utf8 } from "#app/domain/record/bytes.ts";
import { encodeEntryBundle } from "#app/domain/record/entry-bundle.ts";
import type { RecordFileEntry } from "#app/domain/record/record-file.ts";
import { parseTilePath, TILE_WIDTH, type Tile } from "#app/domain/record/tile-path.ts";
import { tileExists } from "#app/domain/record/tile.ts";
import { asPublic } from "./client.server.ts";
import { fileEntry, readHashes } from "./record-export.server.ts";
import { listKeys } from "./record-log.server.ts";
import { findLog, readStored, type Log } from "./record-read.server.ts";
import { recordCheckpoints } from "./schema/record.ts";

/** What software that checks the record asks for. Each is undefined when there is no such thing. */

/** The latest signed checkpoint. */
export function readCheckpoint(slug: string): Promise<string | undefined> {
  return asPublic(async (tx) => {
    const log = await findLog(tx, slug);
    if (!log) return undefined;
    const [latest] = await tx
      .select({ note: recordCheckpoints.note })
      .from(recordCheckpoints)
      .where(eq(recordCheckpoints.organisationId, log.organisationId))
      .orderBy(desc(recordCheckpoints.size))
      .limit(1);
    return latest?.note;
  });
}

/** The verifier key that signs now. */
export function readVerifierKey(slug: string): Promise<string | undefined> {
  return asPublic(async (tx) => {
    const log = await findLog(tx, slug);
    return log && (await listKeys(tx, log.organisationId)).at(-1)?.key;
  });
}

/**
 * The bytes of a tile, by its path as in C2SP tlog-tiles (`tile/0/000.p/3`). Undefined for a path that is malformed and
 * for a tile that the log does not have.
 *
 * @throws Error when part of it is lost.
 */
export async function readTile(
  slug: string,
  path: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; isFull: boolean } | undefined> {
  const tile = parseTilePath(path);
  if (!tile) return undefined;
  return asPublic(async (tx) => {
    const log = await findLog(tx, slug);
    if (!log || !tileExists(tile, log.size)) return undefined;
    const from = tile.index * TILE_WIDTH;
    const range = { from, to: from + tile.width };
    const parts =
      tile.kind === "entries"
        ? (await readStored(tx, log.organisationId, range)).map(({ entry }) => utf8(entry))
        : (await readHashes(tx, log.organisationId, tile.level, range)).map(({ hash }) => hash);
    refuseLoss(tile, parts.length, log);
    const bytes = tile.kind === "entries" ? encodeEntryBundle(parts) : concatBytes(...parts);
    return { bytes: Uint8Array.from(bytes), isFull: tile.width === TILE_WIDTH };
  });
}

function refuseLoss({ width }: Tile, found: number, { origin }: Log): void {
  if (found !== width)
    throw new Error(`A tile of ${origin} has lost ${width - found} of its ${width} parts.`);
}

export type BodiesPage = {
  origin: string;
  size: number;
  /** Number of the first entry here. */
  from: number;
  /** Where the next page begins; null on the last. */
  next: number | null;
  bodies: ({ index: number } & Omit<RecordFileEntry, "entry">)[];
};

/** How many bodies one page holds at most. */
export const BODIES_PER_PAGE = 256;

/** The words beside the log with their salts, or the tombstones where they were, from an entry's number on. */
export async function readBodies(
  slug: string,
  { from, limit }: { from: number; limit: number },
): Promise<BodiesPage | undefined> {
  return asPublic(async (tx) => {
    const log = await findLog(tx, slug);
    if (!log || from > log.size) return undefined;
    const to = Math.min(from + Math.min(limit, BODIES_PER_PAGE), log.size);
    const stored = await readStored(tx, log.organisationId, { from, to });
    return {
      origin: log.origin,
      size: log.size,
      from,
      next: to < log.size ? to : null,
      bodies: stored.map((row) => {
        const { entry: _, ...beside } = fileEntry(row);
        return { index: row.index, ...beside };
      }),
    };
  });
}
