import { concatBytes, equalBytes, fromBase64, fromHex, toBase64, toHex, utf8 } from "./bytes.ts";
import type { AnySha256 } from "./crypto.ts";

/** The signature type byte of Ed25519 in C2SP signed-note. */
export const ED25519 = 1;

const NAME = /^[^\s+\p{Cc}\p{Surrogate}\u0085]+$/u;

/** A public key with the name it signs under, as `golang.org/x/mod/sumdb/note` writes it. */
export interface VerifierKey {
  readonly name: string;
  /** Four bytes that tell this key from others of the same name. */
  readonly id: Uint8Array;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array;
}

/** Whether a key may have this name: not empty, no white space, no plus sign. */
export function isKeyName(name: string): boolean {
  return NAME.test(name);
}

/** Names the key: id = the first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key). */
export async function verifierKey(
  name: string,
  publicKey: Uint8Array,
  sha256: AnySha256,
): Promise<VerifierKey> {
  if (!isKeyName(name))
    throw new RangeError(`"${name}" cannot name a key: no spaces, no plus sign, not empty.`);
  if (publicKey.length !== 32) throw new RangeError("An Ed25519 public key has 32 bytes.");
  const hash = await sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey));
  return { name, id: hash.slice(0, 4), publicKey };
}

/** `<name>+<id in hex>+<base64 of 0x01 ‖ public key>`: what `/record/key` serves. */
export function encodeVerifierKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${toHex(id)}+${toBase64(concatBytes(Uint8Array.of(ED25519), publicKey))}`;
}

/** Reads a verifier key; undefined when it is malformed, of another type, or its id is not its own. */
export async function parseVerifierKey(text: string, sha256: AnySha256): Promise<VerifierKey | undefined> {
  const fields = splitKey(text);
  if (!fields) return undefined;
  const key = await verifierKey(fields.name, fields.key, sha256);
  return equalBytes(key.id, fields.id) ? key : undefined;
}

/** The three fields of a key text; the base64 may itself hold plus signs. Undefined when it is malformed. */
export function splitKey(text: string): { name: string; id: Uint8Array; key: Uint8Array } | undefined {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  const name = match?.[1] ?? "";
  const id = fromHex(match?.[2] ?? "");
  const typed = fromBase64(match?.[3] ?? "");
  if (!isKeyName(name) || !id || typed?.length !== 33 || typed[0] !== ED25519) return undefined;
  return { name, id, key: typed.slice(1) };
}
