/** What the record needs from the machine it runs on. The server answers with node:crypto, a browser with Web Crypto. */

/** SHA-256, at once. The log itself uses this: an append must not wait between reading and writing the tree. */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** SHA-256, at once or later: whichever the machine offers. */
export type AnySha256 = (data: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Everything a verifier needs. Each answer may come at once or later. */
export interface RecordCrypto {
  readonly sha256: AnySha256;
  /** HMAC-SHA256: 32 bytes. */
  readonly hmacSha256: (key: Uint8Array, data: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  /**
   * Whether the Ed25519 signature (RFC 8032; 64 bytes) over the message is by this 32-byte public key. Undefined
   * when this machine cannot tell, as in a browser without Ed25519: that is neither a yes nor a no.
   */
  readonly verifyEd25519: (
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => boolean | undefined | Promise<boolean | undefined>;
}
