import { equalBytes, fromBase64, toBase64 } from "./bytes.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { Finding } from "./finding.ts";

/** A log's state that a verifier saw before, kept by the verifier: plain JSON, so that it can be stored as it is. */
export interface KnownHead {
  readonly origin: string;
  readonly size: number;
  /** Base64, as in the checkpoint. */
  readonly root: string;
  /** The verifier key that signed it. */
  readonly key: string;
}

/** What the verifier should remember of this checkpoint. */
export function knownHead({ origin, size, root }: Checkpoint, key: string): KnownHead {
  return { origin, size, root: toBase64(root), key };
}

/**
 * Checks the record against states that the verifier, or somebody it trusts, saw before.
 *
 * @param roots the roots that the present entries have at the sizes of the known heads.
 */
export function checkKnownHeads(
  known: readonly KnownHead[],
  latest: Checkpoint,
  roots: ReadonlyMap<number, Uint8Array>,
): Finding[] {
  return known.flatMap((head) => {
    const detail = compare(head, latest, roots.get(head.size));
    return detail === undefined ? [] : [{ about: "history" as const, detail }];
  });
}

function compare(head: KnownHead, latest: Checkpoint, rootThen: Uint8Array | undefined): string | undefined {
  const { origin, size } = head;
  if (origin !== latest.origin) {
    return `The record seen before was that of ${origin}; this one is that of ${latest.origin}.`;
  }
  if (size > latest.size) {
    return `The record had ${size} entries when last seen, and now signs ${latest.size}: it has been rolled back.`;
  }
  const seen = fromBase64(head.root);
  if (!seen)
    return `The root remembered for ${size} entries cannot be read, so nothing can be compared with it.`;
  if (size === latest.size && !equalBytes(latest.root, seen)) {
    return `Another record of ${size} entries was signed before: two people were shown different things.`;
  }
  if (!rootThen)
    return `The record cannot be compared with the ${size} entries seen before: some are missing.`;
  if (equalBytes(rootThen, seen)) return undefined;
  return `The first ${size} entries are not those seen before: the record has been rewritten.`;
}
