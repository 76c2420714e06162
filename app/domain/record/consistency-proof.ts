import { equalBytes } from "./bytes.ts";
import type { AnySha256 } from "./crypto.ts";
import { emptyRoot, nodeHash } from "./merkle.ts";
import { splitPoint, type EntryRange } from "./subtree.ts";

/**
 * The ranges whose hashes, in this order, prove that the tree of `oldSize` entries is the beginning of the tree of
 * `newSize` (RFC 6962, section 2.1.2). Nothing is needed from an empty tree, or between equal sizes.
 *
 * @throws RangeError when the sizes are not 0 ≤ old ≤ new.
 */
export function consistencyRanges(oldSize: number, newSize: number): EntryRange[] {
  if (!Number.isSafeInteger(oldSize) || oldSize < 0 || !(oldSize <= newSize)) {
    throw new RangeError(`A tree of ${oldSize} cannot be the beginning of a tree of ${newSize}.`);
  }
  if (oldSize === 0 || oldSize === newSize) return [];
  const ranges: EntryRange[] = [];
  let from = 0;
  let to = newSize;
  while (to !== oldSize) {
    const middle = from + splitPoint(to - from);
    if (oldSize <= middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  // The verifier knows the old root already; it needs this subtree only when it is not the whole old tree.
  if (from !== 0) ranges.unshift({ from, to });
  return ranges;
}

/** Whether the proof shows that the old tree is the beginning of the new one (RFC 9162, section 2.1.4.2). */
export async function verifyConsistency(
  claim: {
    oldSize: number;
    newSize: number;
    oldRoot: Uint8Array;
    newRoot: Uint8Array;
    proof: readonly Uint8Array[];
  },
  sha256: AnySha256,
): Promise<boolean> {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim;
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize)) return false;
  if (oldSize < 0 || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && equalBytes(oldRoot, await emptyRoot(sha256));

  let at = oldSize - 1;
  let last = newSize - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  const [first, ...rest] = at === 0 ? [oldRoot, ...proof] : proof;
  if (!first) return false;
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      oldHash = await nodeHash(sha256, sibling, oldHash);
      newHash = await nodeHash(sha256, sibling, newHash);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newHash = await nodeHash(sha256, newHash, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(oldHash, oldRoot) && equalBytes(newHash, newRoot);
}
