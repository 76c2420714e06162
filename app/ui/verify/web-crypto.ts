import type { RecordCrypto } from "#app/domain/record/crypto.ts";

/** What verification needs, done by the browser itself. */
export const webCrypto: RecordCrypto = {
  sha256: async (data) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes(data))),
  hmacSha256: async (key, data) => {
    const hmac = { name: "HMAC", hash: "SHA-256" };
    const imported = await crypto.subtle.importKey("raw", bytes(key), hmac, false, ["sign"]);
    return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes(data)));
  },
  verifyEd25519: async (publicKey, message, signature) => {
    try {
      const key = await crypto.subtle.importKey("raw", bytes(publicKey), "Ed25519", false, ["verify"]);
      return await crypto.subtle.verify("Ed25519", key, bytes(signature), bytes(message));
    } catch (error) {
      // A browser without Ed25519 can check everything else.
      if (error instanceof DOMException && error.name === "NotSupportedError") return undefined;
      throw error;
    }
  },
};

function bytes(data: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(data);
}
