import { concatBytes } from "./bytes.ts";

/**
 * The two hashes of a Merkle tree (RFC 6962 and RFC 9162, section 2.1.1). The first byte keeps leaves and inner
 * nodes apart, so that no entry can be passed off as a node. Each function hands back what the hash function
 * hands back: bytes at once, or a promise of them.
 */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Bytes in a SHA-256 hash. */
export const HASH_BYTES = 32;

/** The hash of one entry: SHA-256(0x00 ‖ entry). */
export function leafHash<Hash>(sha256: (data: Uint8Array) => Hash, entry: Uint8Array): Hash {
  return sha256(concatBytes(LEAF, entry));
}

/** The hash of two neighbouring subtrees: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash<Hash>(
  sha256: (data: Uint8Array) => Hash,
  left: Uint8Array,
  right: Uint8Array,
): Hash {
  return sha256(concatBytes(NODE, left, right));
}

/** The root of a tree without entries: SHA-256 of nothing. */
export function emptyRoot<Hash>(sha256: (data: Uint8Array) => Hash): Hash {
  return sha256(new Uint8Array(0));
}
