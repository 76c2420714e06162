import { encodeCheckpoint } from "#app/domain/record/checkpoint.ts";
import { toHex, utf8 } from "#app/domain/record/bytes.ts";
import type { JsonObject } from "#app/domain/record/canonical.ts";
import { encodeEntry } from "#app/domain/record/entry.ts";
import { appendLeaf, EMPTY_FRONTIER, frontierRoot, type Frontier } from "#app/domain/record/frontier.ts";
import { signingKeyBody } from "#app/domain/record/key-rotation.ts";
import { leafHash } from "#app/domain/record/merkle.ts";
import type { RecordFile, RecordFileEntry } from "#app/domain/record/record-file.ts";
import { sealBody, sealText } from "#app/domain/record/seal.ts";
import { signNote } from "#app/domain/record/signed-note.ts";
import { signingKey, type SigningKey } from "#app/domain/record/signing-key.ts";
import { encodeVerifierKey } from "#app/domain/record/verifier-key.ts";
import { SIGNING_KEY, withdrawalBody, WITHDRAWN, type Withdrawal } from "#app/domain/record/withdrawal.ts";
import { ed25519, hmacSha256, sha256 } from "#db/record-crypto.server.ts";

export const ORIGIN = "kept.example:3000/northside";

/** A key pair that is the same in every run. */
export function keyNumber(number: number): Promise<SigningKey> {
  return signingKey(ORIGIN, sha256(utf8(`key ${number}`)), ed25519, sha256);
}

/** A whole log in memory, grown the way the real one is, for tests to verify and to tamper with. */
export class ExampleLog {
  readonly entries: RecordFileEntry[] = [];
  readonly leaves: string[] = [];
  readonly checkpoints: string[] = [];
  readonly keys: SigningKey[];
  frontier: Frontier = EMPTY_FRONTIER;

  constructor(first: SigningKey) {
    this.keys = [first];
  }

  append(kind: string, body: JsonObject): number {
    const number = this.entries.length;
    const salt = sha256(utf8(`salt ${number} ${JSON.stringify(body)}`));
    const entry = encodeEntry({
      v: 1,
      kind,
      subject: `${kind}:${number}`,
      effectiveOn: "2025-02-01",
      recordedAt: "2025-02-03T10:00:00Z",
      role: "owner",
      body: sealText(sealBody(hmacSha256, salt, body)),
    });
    const leaf = leafHash(sha256, utf8(entry));
    this.entries.push({ entry, salt: toHex(salt), body });
    this.leaves.push(toHex(leaf));
    this.frontier = appendLeaf(this.frontier, leaf, sha256).frontier;
    return number;
  }

  /** Signs the present state with the present key, or with those given. */
  publish(keys: readonly SigningKey[] = this.keys.slice(-1)): void {
    const root = frontierRoot(this.frontier, sha256);
    const text = encodeCheckpoint({ origin: ORIGIN, size: this.frontier.size, root });
    this.checkpoints.push(signNote(text, keys, ed25519));
  }

  withdraw(withdrawal: Withdrawal): void {
    const by = this.append(WITHDRAWN, withdrawalBody(withdrawal));
    const target = this.entries[withdrawal.entry];
    if (!target) throw new RangeError("No such entry");
    this.entries[withdrawal.entry] = { entry: target.entry, tombstone: { by, reason: withdrawal.reason } };
  }

  rotate(next: SigningKey): void {
    this.append(SIGNING_KEY, signingKeyBody(encodeVerifierKey(next.verifier)));
    this.keys.push(next);
    this.publish(this.keys.slice(-2));
  }

  /** A copy of the present state as a record file: changing it leaves the log alone. */
  file(): RecordFile {
    return structuredClone({
      format: "kept-record/1" as const,
      origin: ORIGIN,
      keys: this.keys.map(({ verifier }) => encodeVerifierKey(verifier)),
      checkpoints: this.checkpoints,
      leaves: this.leaves,
      entries: this.entries,
    });
  }
}

/** Forty entries in several publications, with a withdrawal and a change of key. */
export async function exampleLog(): Promise<ExampleLog> {
  const log = new ExampleLog(await keyNumber(1));
  for (let i = 0; i < 12; i++) log.append(i % 3 === 0 ? "commitment" : "update", { text: `Words ${i}`, i });
  log.publish();
  log.withdraw({ entry: 4, reason: "consent-taken-back" });
  log.publish();
  log.rotate(await keyNumber(2));
  for (let i = 14; i < 40; i++) {
    log.append(i % 2 === 0 ? "reading" : "update", { text: `Words ${i}`, value: i / 7 });
    if (i % 8 === 0) log.publish();
  }
  log.publish();
  return log;
}
