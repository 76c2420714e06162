import { equalBytes, fromHex, toHex, utf8 } from "./bytes.ts";
import { canonicalJson, type JsonObject } from "./canonical.ts";
import type { RecordCrypto } from "./crypto.ts";

/**
 * The seal binds an entry to its body without showing anything of it: HMAC-SHA256(salt, canonical body). Without
 * the salt nobody can test a guess, so when body and salt are destroyed the words are gone.
 */

/** Bytes of salt, fresh and random for each body. */
export const SALT_BYTES = 32;

/**
 * Seals a body. Gives what the HMAC gives: bytes at once, or a promise of them.
 *
 * @throws RangeError when the salt has not 32 bytes or the body cannot be written as JSON.
 */
export function sealBody<Hash>(
  hmacSha256: (key: Uint8Array, data: Uint8Array) => Hash,
  salt: Uint8Array,
  body: JsonObject,
): Hash {
  if (salt.length !== SALT_BYTES)
    throw new RangeError(`A salt has ${SALT_BYTES} bytes; this one has ${salt.length}.`);
  return hmacSha256(salt, utf8(canonicalJson(body)));
}

/** The seal as an entry carries it. */
export function sealText(seal: Uint8Array): string {
  return toHex(seal);
}

/** What verification reads of an entry: enough to check its body, however the rest may grow. */
export interface SealedEntry {
  readonly kind: string;
  /** 64 hexadecimal digits. */
  readonly body: string;
}

/** Reads kind and seal from the text of an entry; undefined when there is neither. */
export function readSealedEntry(text: string): SealedEntry | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || !("kind" in value) || !("body" in value))
    return undefined;
  const { kind, body } = value;
  return typeof kind === "string" && typeof body === "string" ? { kind, body } : undefined;
}

/** Whether this body with this salt (hexadecimal) is the one that the entry sealed. */
export async function sealHolds(
  entry: SealedEntry,
  opened: { salt: string; body: JsonObject },
  crypto: Pick<RecordCrypto, "hmacSha256">,
): Promise<boolean> {
  const salt = fromHex(opened.salt);
  const expected = fromHex(entry.body);
  if (salt?.length !== SALT_BYTES || !expected) return false;
  return equalBytes(await sealBody(crypto.hmacSha256, salt, opened.body), expected);
}
