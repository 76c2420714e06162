import type { Sha256 } from "./crypto.ts";
import { emptyRoot, nodeHash } from "./merkle.ts";

/**
 * All that a log must remember to grow: the roots of the complete subtrees along its right edge, largest first.
 * There is one for each 1 in the size written in binary, so a log of a million entries keeps at most twenty.
 */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

/** A complete subtree: `index` counts the subtrees of that height from the left; level 0 is a leaf. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] };

/** How many complete subtrees a tree of this size has along its right edge: the 1s of its binary form. */
export function frontierLength(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}

/**
 * Adds one leaf hash. Costs as many hashes as subtrees become complete: at most log2 of the size, one on average.
 * `completed` lists those subtrees from the leaf upwards: what a store of tiles has to keep.
 */
export function appendLeaf(
  frontier: Frontier,
  leaf: Uint8Array,
  sha256: Sha256,
): { frontier: Frontier; completed: readonly TreeNode[] } {
  const hashes = [...frontier.hashes];
  const completed: TreeNode[] = [{ level: 0, index: frontier.size, hash: leaf }];
  let hash = leaf;
  let index = frontier.size;
  for (let level = 1; index % 2 === 1; level++) {
    const left = hashes.pop();
    if (!left) throw new RangeError(`A frontier of size ${frontier.size} cannot have so few hashes.`);
    hash = nodeHash(sha256, left, hash);
    index = (index - 1) / 2;
    completed.push({ level, index, hash });
  }
  hashes.push(hash);
  return { frontier: { size: frontier.size + 1, hashes }, completed };
}

/** The root hash of the tree with this frontier. */
export function frontierRoot(frontier: Frontier, sha256: Sha256): Uint8Array {
  return frontier.hashes.length === 0
    ? emptyRoot(sha256)
    : frontier.hashes.reduceRight((right, left) => nodeHash(sha256, left, right));
}
