import { concatBytes, equalBytes, toBase64, toHex } from "./bytes.ts";
import type { AnySha256 } from "./crypto.ts";
import { ED25519, splitKey, verifierKey, type VerifierKey } from "./verifier-key.ts";

/** Ed25519 with the secret: what only the server has. A seed is the 32-byte private key of RFC 8032. */
export interface Ed25519 {
  readonly publicKeyOf: (seed: Uint8Array) => Uint8Array;
  readonly sign: (seed: Uint8Array, message: Uint8Array) => Uint8Array;
}

/** A key pair that can sign. Keep it secret. */
export interface SigningKey {
  readonly verifier: VerifierKey;
  /** 32 bytes. */
  readonly seed: Uint8Array;
}

const PREFIX = "PRIVATE+KEY+";

/** Makes the named key pair of a seed. */
export async function signingKey(
  name: string,
  seed: Uint8Array,
  ed25519: Ed25519,
  sha256: AnySha256,
): Promise<SigningKey> {
  return { seed, verifier: await verifierKey(name, ed25519.publicKeyOf(seed), sha256) };
}

/** `PRIVATE+KEY+<name>+<id in hex>+<base64 of 0x01 ‖ seed>`, as Go's note package writes signer keys. */
export function encodeSigningKey({ verifier, seed }: SigningKey): string {
  const secret = toBase64(concatBytes(Uint8Array.of(ED25519), seed));
  return `${PREFIX}${verifier.name}+${toHex(verifier.id)}+${secret}`;
}

/** Reads a signer key; undefined when it is malformed, of another type, or its id is not its own. */
export async function parseSigningKey(
  text: string,
  ed25519: Ed25519,
  sha256: AnySha256,
): Promise<SigningKey | undefined> {
  const fields = text.startsWith(PREFIX) ? splitKey(text.slice(PREFIX.length)) : undefined;
  if (!fields) return undefined;
  const key = await signingKey(fields.name, fields.key, ed25519, sha256);
  return equalBytes(key.verifier.id, fields.id) ? key : undefined;
}
