import { equalBytes } from "./bytes.ts";
import type { AnySha256 } from "./crypto.ts";
import { nodeHash } from "./merkle.ts";
import { splitPoint, type EntryRange } from "./subtree.ts";

/**
 * The ranges whose hashes, in this order, prove that entry `index` is in the tree of `size` entries (RFC 6962,
 * section 2.1.1). Turn each into a hash with `rangeHash`.
 *
 * @throws RangeError when there is no such entry.
 */
export function inclusionRanges(index: number, size: number): EntryRange[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`There is no entry ${index} in a tree of ${size}.`);
  }
  const ranges: EntryRange[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  return ranges;
}

/** Whether the proof shows that the leaf is entry `index` of the tree (RFC 9162, section 2.1.3.2). */
export async function verifyInclusion(
  claim: { index: number; size: number; leaf: Uint8Array; root: Uint8Array; proof: readonly Uint8Array[] },
  sha256: AnySha256,
): Promise<boolean> {
  const { index, size, leaf, root, proof } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = await nodeHash(sha256, sibling, hash);
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = await nodeHash(sha256, hash, sibling);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(hash, root);
}
