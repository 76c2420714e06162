import type { Sha256 } from "./crypto.ts";
import { nodeHash } from "./merkle.ts";

/** The entries from `from` up to, not including, `to`. */
export interface EntryRange {
  readonly from: number;
  readonly to: number;
}

/** Where a complete subtree stands: its height, and its place among those of that height. */
export interface NodePlace {
  readonly level: number;
  readonly index: number;
}

/** Gives the hash of a complete subtree. */
export type ReadNode = (place: NodePlace) => Uint8Array;

/** The largest power of two below `size` (size ≥ 2): where RFC 6962 splits a tree. */
export function splitPoint(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The complete subtrees that make up a range, from the left. */
export function completeSubtrees({ from, to }: EntryRange): NodePlace[] {
  const places: NodePlace[] = [];
  let at = from;
  while (at < to) {
    let level = 0;
    let width = 1;
    while (at % (width * 2) === 0 && at + width * 2 <= to) {
      width *= 2;
      level += 1;
    }
    places.push({ level, index: at / width });
    at += width;
  }
  return places;
}

/**
 * The Merkle tree hash of a range that RFC 6962's splitting produces (never empty; its subtrees grow smaller to
 * the right).
 */
export function rangeHash(range: EntryRange, readNode: ReadNode, sha256: Sha256): Uint8Array {
  return completeSubtrees(range)
    .map(readNode)
    .reduceRight((right, left) => nodeHash(sha256, left, right));
}
