import { equalBytes, utf8 } from "./bytes.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { AnySha256, RecordCrypto } from "./crypto.ts";
import type { Finding } from "./finding.ts";
import { emptyRoot, leafHash, nodeHash } from "./merkle.ts";
import type { RecordFile } from "./record-file.ts";

/** The leaf hash of each entry; undefined where the entry is lost. */
export async function hashEntries(
  file: RecordFile,
  { sha256 }: RecordCrypto,
): Promise<(Uint8Array | undefined)[]> {
  const hashes: (Uint8Array | undefined)[] = [];
  for (const item of file.entries) {
    hashes.push(item ? await leafHash(sha256, utf8(item.entry)) : undefined);
  }
  return hashes;
}

/**
 * The roots that the tree over these leaves had at each of the sizes. Sizes past the end, or past the first lost
 * leaf, have none. Written apart from the log's own code, so that one mistake cannot hide another.
 */
export async function rootsAtSizes(
  leaves: readonly (Uint8Array | undefined)[],
  sizes: ReadonlySet<number>,
  sha256: AnySha256,
): Promise<Map<number, Uint8Array>> {
  const roots = new Map<number, Uint8Array>();
  if (sizes.has(0)) roots.set(0, await emptyRoot(sha256));
  const edge: { width: number; hash: Uint8Array }[] = [];
  for (const [number, leaf] of leaves.entries()) {
    if (!leaf) break;
    let subtree = { width: 1, hash: leaf };
    for (let left = edge.at(-1); left?.width === subtree.width; left = edge.at(-1)) {
      subtree = { width: left.width * 2, hash: await nodeHash(sha256, left.hash, subtree.hash) };
      edge.pop();
    }
    edge.push(subtree);
    if (sizes.has(number + 1)) roots.set(number + 1, await joinEdge(edge, sha256));
  }
  return roots;
}

async function joinEdge(edge: readonly { hash: Uint8Array }[], sha256: AnySha256): Promise<Uint8Array> {
  const [last, ...rest] = edge.map(({ hash }) => hash).reverse();
  if (!last) return emptyRoot(sha256);
  let root = last;
  for (const left of rest) root = await nodeHash(sha256, left, root);
  return root;
}

/** Checks the number of entries and the root of the tree against every signed checkpoint. */
export function checkRoots(
  checkpoints: readonly Checkpoint[],
  roots: ReadonlyMap<number, Uint8Array>,
  entryCount: number,
): Finding[] {
  const findings: Finding[] = [];
  const bySize = [...checkpoints].sort((a, b) => a.size - b.size);
  const latest = bySize.at(-1);
  if (latest && latest.size !== entryCount) {
    const detail =
      entryCount < latest.size
        ? `The checkpoint signs ${latest.size} entries, and only ${entryCount} are here: the record has been cut short.`
        : `The checkpoint signs ${latest.size} entries, and ${entryCount} are here: the rest is not signed.`;
    findings.push({ about: "size", detail });
  }
  for (const [place, { size, root }] of bySize.entries()) {
    const before = bySize[place - 1];
    if (before?.size === size && !equalBytes(before.root, root)) {
      const detail = `Two different records of ${size} entries have been signed: people were shown different things.`;
      findings.push({ about: "history", detail });
    }
  }
  const wrong = bySize.findIndex(({ size, root }) => {
    const actual = roots.get(size);
    return actual !== undefined && !equalBytes(actual, root);
  });
  if (wrong >= 0) {
    const size = bySize[wrong]?.size ?? 0;
    const lastGood = bySize[wrong - 1]?.size ?? 0;
    const detail = `The first ${size} entries are not those that were signed: the change lies from entry ${lastGood} on.`;
    findings.push({ about: "history", detail });
  }
  return findings;
}
