import { contentOf, type JsonObject } from "./canonical.ts";

/**
 * Changing the signing key. A signature covers the text of a checkpoint and not the other signatures, so anybody
 * could add a line of their own under an old checkpoint. The log itself therefore names the next key: an entry of
 * kind `signing-key`, alone in its checkpoint, which both keys sign. After it only the new key counts.
 */

/** From which size of the log a key signs. */
export interface KeyTerm {
  /** The first size it signs; 0 for the first key. */
  readonly fromSize: number;
  /** The verifier key as text. */
  readonly key: string;
}

/** The body of a `signing-key` entry. */
export function signingKeyBody(key: string): JsonObject {
  return { content: { key } };
}

/** The verifier key that a `signing-key` body names; undefined when it names none. */
export function readSigningKey(body: JsonObject): string | undefined {
  const { key } = contentOf(body);
  return typeof key === "string" ? key : undefined;
}

/**
 * The keys that must have signed the log at this size: one, or both at a handover.
 *
 * @param terms in the order of the log; the first begins at 0.
 */
export function keysInForce(terms: readonly KeyTerm[], size: number): string[] {
  const begun = terms.filter(({ fromSize }) => fromSize <= size);
  const current = begun.at(-1);
  const isHandover = current?.fromSize === size && begun.length > 1;
  return begun.slice(isHandover ? -2 : -1).map(({ key }) => key);
}
