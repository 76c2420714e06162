import { concatBytes, equalBytes, utf8 } from "./bytes.ts";
import type { Sha256 } from "./crypto.ts";
import { encodeEntryBundle } from "./entry-bundle.ts";
import type { Finding } from "./finding.ts";
import { leafHash } from "./merkle.ts";
import { hashPerfectTree, tilesOfTree } from "./tile.ts";
import { TILE_WIDTH, tilePath, type Tile } from "./tile-path.ts";

/**
 * Checks that every tile is what these entries make it. Whoever checks a record by its tiles then checks the same one.
 *
 * @param readTile gives the bytes at a tile's path, or undefined when there are none.
 */
export async function checkTiles(
  entries: readonly string[],
  readTile: (path: string) => Promise<Uint8Array | undefined>,
  sha256: Sha256,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const levels = hashLevels(entries, sha256);
  for (const tile of tilesOfTree(entries.length)) {
    const path = tilePath(tile);
    const served = await readTile(path);
    if (!served) findings.push({ about: "tree", detail: `The tile ${path} is missing.` });
    else if (!equalBytes(served, tileBytes(tile, entries, levels))) {
      findings.push({ about: "tree", detail: `The tile ${path} is not that of the recorded entries.` });
    }
  }
  return findings;
}

/** The hashes of each tile level: the leaves, the roots of each 256 of them, and so on. */
function hashLevels(entries: readonly string[], sha256: Sha256): Uint8Array[][] {
  const levels: Uint8Array[][] = [];
  let hashes = entries.map((entry) => leafHash(sha256, utf8(entry)));
  while (hashes.length > 0) {
    levels.push(hashes);
    const below = hashes;
    const full = Math.floor(below.length / TILE_WIDTH);
    hashes = Array.from({ length: full }, (_, i) => hashPerfectTree(partOf(below, i, TILE_WIDTH), sha256));
  }
  return levels;
}

function tileBytes(
  tile: Tile,
  entries: readonly string[],
  levels: readonly (readonly Uint8Array[])[],
): Uint8Array {
  return tile.kind === "entries"
    ? encodeEntryBundle(partOf(entries, tile.index, tile.width).map(utf8))
    : concatBytes(...partOf(levels[tile.level] ?? [], tile.index, tile.width));
}

function partOf<Item>(items: readonly Item[], index: number, width: number): Item[] {
  return items.slice(index * TILE_WIDTH, index * TILE_WIDTH + width);
}
