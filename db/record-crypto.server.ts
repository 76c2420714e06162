import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import type { RecordCrypto, Sha256 } from "#app/domain/record/crypto.ts";
import { SALT_BYTES } from "#app/domain/record/seal.ts";
import type { Ed25519 } from "#app/domain/record/signing-key.ts";

/** The record's hashing and signing, done by node:crypto. */

/** SHA-256, at once. */
export const sha256: Sha256 = (data) => createHash("sha256").update(data).digest();

/** HMAC-SHA256, at once. */
export function hmacSha256(key: Uint8Array, data: Uint8Array): Uint8Array {
  return createHmac("sha256", key).update(data).digest();
}

// The fixed DER wrapping (RFC 8410) of a raw Ed25519 key: node:crypto reads no bare bytes.
const PRIVATE_WRAPPING = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_WRAPPING = Buffer.from("302a300506032b6570032100", "hex");

function privateKeyOf(seed: Uint8Array) {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_WRAPPING, seed]), format: "der", type: "pkcs8" });
}

/** Ed25519 with the secret seed. */
export const ed25519: Ed25519 = {
  publicKeyOf: (seed) => {
    const der = createPublicKey(privateKeyOf(seed)).export({ format: "der", type: "spki" });
    return Uint8Array.from(der.subarray(PUBLIC_WRAPPING.length));
  },
  sign: (seed, message) => sign(null, message, privateKeyOf(seed)),
};

/** Everything that `verifyRecord` needs. */
export const nodeRecordCrypto: RecordCrypto = {
  sha256,
  hmacSha256,
  verifyEd25519: (publicKey, message, signature) => {
    const key = createPublicKey({
      key: Buffer.concat([PUBLIC_WRAPPING, publicKey]),
      format: "der",
      type: "spki",
    });
    return verify(null, message, key, signature);
  },
};

/** Fresh salt for one body: 32 random bytes. */
export function newSalt(): Uint8Array {
  return Uint8Array.from(randomBytes(SALT_BYTES));
}

/** A fresh Ed25519 seed: 32 random bytes. */
export function newSeed(): Uint8Array {
  return Uint8Array.from(randomBytes(32));
}
