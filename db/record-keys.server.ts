import { hkdfSync } from "node:crypto";
import { recordOrigin } from "#app/domain/record/checkpoint.ts";
import { signingKey, type SigningKey } from "#app/domain/record/signing-key.ts";
import { encodeVerifierKey } from "#app/domain/record/verifier-key.ts";
import { ed25519, sha256 } from "./record-crypto.server.ts";

/**
 * Who signs. An installation has one secret seed, and each log signs with a key of its own, derived from the seed and
 * the log's origin (HKDF-SHA256). So an organisation that moves away can take its key along without everybody's.
 */
export type RecordKeys = {
  /** Seeds of 32 bytes, oldest first. Asked for each time, because the key may change while this process runs. */
  readonly seeds: () => readonly Uint8Array[];
  /** The installation's host, with its port if it has one: new logs are named after it. */
  readonly host: string;
};

// The server, the command line and the bundle that Remix builds are separate copies of this module in one process.
const home = globalThis as { [key: symbol]: RecordKeys | undefined };
const key = Symbol.for("kept.record-keys");

/** Makes these the keys of this process. */
export function provideRecordKeys(keys: RecordKeys): void {
  home[key] = keys;
}

function recordKeys(): RecordKeys {
  const keys = home[key];
  if (!keys) throw new Error("The record has no keys: call provideRecordKeys() at the start.");
  return keys;
}

/** What a log begun now is called for ever. */
export function originOfNewLog(slug: string): string {
  return recordOrigin(recordKeys().host, slug);
}

/** The key that a log of this origin begins with, or changes to. */
export function newestKey(origin: string): Promise<SigningKey> {
  const seed = recordKeys().seeds().at(-1);
  if (!seed) throw new Error("The record's keys hold no seed.");
  return derivedKey(seed, origin);
}

/**
 * The secret half of a verifier key.
 *
 * @throws Error when no seed of this installation makes it: the key is not the one that the log was begun with.
 */
export async function signerOf(origin: string, verifierKey: string): Promise<SigningKey> {
  for (const seed of [...recordKeys().seeds()].reverse()) {
    const signer = await derivedKey(seed, origin);
    if (encodeVerifierKey(signer.verifier) === verifierKey) return signer;
  }
  throw new Error(
    `The record of ${origin} is signed by ${verifierKey}, and the secret of that key is not here. ` +
      `Restore the file record-key in the data folder, or put the earlier key in front of the new one in RECORD_KEY.`,
  );
}

function derivedKey(seed: Uint8Array, origin: string): Promise<SigningKey> {
  const derived = new Uint8Array(hkdfSync("sha256", seed, "", `kept record ${origin}`, 32));
  return signingKey(origin, derived, ed25519, sha256);
}
