import type { Sha256 } from "./crypto.ts";
import { HASH_BYTES, nodeHash } from "./merkle.ts";
import { completeSubtrees, type EntryRange, type NodePlace, type ReadNode } from "./subtree.ts";
import { TILE_WIDTH, type HashTile, type Tile } from "./tile-path.ts";

/** Levels of the tree that one tile spans: 2^8 is its width. */
export const TILE_HEIGHT = 8;

/** How many hashes, or entries, a tile holds when the log has this size: 0 to 256. */
export function widthAtSize(tile: { level: number; index: number }, treeSize: number): number {
  const hashes = Math.floor(treeSize / TILE_WIDTH ** tile.level) - tile.index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

/**
 * Whether a log of this size has the tile. A narrower cut of a tile that has since grown still exists: somebody
 * may hold the checkpoint it belonged to.
 */
export function tileExists(tile: Tile, treeSize: number): boolean {
  const level = tile.kind === "entries" ? 0 : tile.level;
  return tile.width <= widthAtSize({ level, index: tile.index }, treeSize);
}

/** Every tile of a log of this size, at its widest: the bundles of entries first, then the hashes level by level. */
export function tilesOfTree(treeSize: number): Tile[] {
  const tiles: Tile[] = [];
  const bundles = Math.ceil(treeSize / TILE_WIDTH);
  for (let index = 0; index < bundles; index++) {
    tiles.push({ kind: "entries", index, width: widthAtSize({ level: 0, index }, treeSize) });
  }
  for (let level = 0; treeSize >= TILE_WIDTH ** level; level++) {
    for (let index = 0; ; index++) {
      const width = widthAtSize({ level, index }, treeSize);
      if (width === 0) break;
      tiles.push({ kind: "hashes", level, index, width });
    }
  }
  return tiles;
}

/** The tile that holds, or from which can be hashed, a complete subtree of a log of this size. */
export function tileOfNode({ level, index }: NodePlace, treeSize: number): HashTile {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const tileIndex = Math.floor((index * 2 ** (level % TILE_HEIGHT)) / TILE_WIDTH);
  const width = widthAtSize({ level: tileLevel, index: tileIndex }, treeSize);
  return { kind: "hashes", level: tileLevel, index: tileIndex, width };
}

/** The tiles needed to hash these ranges (of a proof) in a log of this size, each once. */
export function tilesOfRanges(ranges: readonly EntryRange[], treeSize: number): HashTile[] {
  const needed = new Map<string, HashTile>();
  for (const place of ranges.flatMap(completeSubtrees)) {
    const tile = tileOfNode(place, treeSize);
    needed.set(`${tile.level}/${tile.index}`, tile);
  }
  return [...needed.values()];
}

/** The hashes in the bytes of a tile; undefined when the bytes are not a whole number of hashes from 1 to 256. */
export function splitTile(bytes: Uint8Array): Uint8Array[] | undefined {
  const count = bytes.length / HASH_BYTES;
  if (!Number.isInteger(count) || count < 1 || count > TILE_WIDTH) return undefined;
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES));
}

/**
 * Reads complete subtrees out of tiles that are already at hand.
 *
 * @param readTile gives the hashes of a tile, at least `width` of them.
 */
export function nodeReader(
  readTile: (tile: HashTile) => readonly Uint8Array[],
  treeSize: number,
  sha256: Sha256,
): ReadNode {
  return (place) => {
    const width = 2 ** (place.level % TILE_HEIGHT);
    const start = (place.index * width) % TILE_WIDTH;
    const hashes = readTile(tileOfNode(place, treeSize)).slice(start, start + width);
    if (hashes.length !== width) {
      throw new RangeError(
        `A log of ${treeSize} has no complete subtree ${place.index} at level ${place.level}.`,
      );
    }
    return hashPerfectTree(hashes, sha256);
  };
}

/** The root of a complete tree over a power of two of hashes. */
export function hashPerfectTree(hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const [first] = hashes;
  if (!first) throw new RangeError("A tree needs at least one hash.");
  if (hashes.length === 1) return first;
  const half = hashes.length / 2;
  return nodeHash(
    sha256,
    hashPerfectTree(hashes.slice(0, half), sha256),
    hashPerfectTree(hashes.slice(half), sha256),
  );
}
