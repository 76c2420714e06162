import { parseCheckpoint, type Checkpoint } from "./checkpoint.ts";
import type { RecordCrypto } from "./crypto.ts";
import type { Finding } from "./finding.ts";
import { keysInForce, readSigningKey, type KeyTerm } from "./key-rotation.ts";
import type { KnownHead } from "./known-head.ts";
import type { RecordFile } from "./record-file.ts";
import { checkSignature, parseNote, type SignedNote } from "./signed-note.ts";
import { parseVerifierKey } from "./verifier-key.ts";
import type { OpenedEntry } from "./verify-bodies.ts";
import { SIGNING_KEY } from "./withdrawal.ts";

/** A checkpoint as it was signed. */
export interface SignedCheckpoint {
  readonly note: SignedNote;
  readonly checkpoint: Checkpoint;
}

/** Reads the checkpoints of a record file, smallest first; the signatures are not looked at yet. */
export function readCheckpoints(file: RecordFile): { checkpoints: SignedCheckpoint[]; findings: Finding[] } {
  const checkpoints: SignedCheckpoint[] = [];
  const findings: Finding[] = [];
  const find = (detail: string) => findings.push({ about: "checkpoint", detail });
  if (file.checkpoints.length === 0) find("The record has no signed checkpoint.");
  for (const [place, text] of file.checkpoints.entries()) {
    const note = parseNote(text);
    const checkpoint = note && parseCheckpoint(note.text);
    if (!note || !checkpoint) {
      find(`Checkpoint ${place + 1} cannot be read.`);
    } else if (checkpoint.origin !== file.origin) {
      find(`Checkpoint ${place + 1} is of ${checkpoint.origin}, not of ${file.origin}.`);
    } else {
      checkpoints.push({ note, checkpoint });
    }
  }
  return { checkpoints: checkpoints.sort((a, b) => a.checkpoint.size - b.checkpoint.size), findings };
}

/** The keys of the record and from which size each signs, as the log itself tells it. */
export function readKeyTerms(
  file: RecordFile,
  opened: readonly OpenedEntry[],
  known: readonly KnownHead[],
): { terms: KeyTerm[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const [first] = file.keys;
  const terms: KeyTerm[] = first === undefined ? [] : [{ fromSize: 0, key: first }];
  for (const { number, sealed, body } of opened) {
    const key = sealed.kind === SIGNING_KEY && body ? readSigningKey(body) : undefined;
    if (key !== undefined) terms.push({ fromSize: number + 1, key });
  }
  const named = terms.map(({ key }) => key);
  if (named.length !== file.keys.length || named.some((key, place) => key !== file.keys[place])) {
    findings.push({ about: "key", detail: "The keys listed are not those that the log names." });
  }
  for (const { size, key } of known) {
    if (!keysInForce(terms, size).includes(key)) {
      findings.push({
        about: "key",
        detail: `The record of ${size} entries seen before was signed by another key.`,
      });
    }
  }
  return { terms, findings };
}

/** Checks that every checkpoint is signed by the key, or at a handover both keys, that must sign it. */
export async function checkSignatures(
  checkpoints: readonly SignedCheckpoint[],
  terms: readonly KeyTerm[],
  crypto: RecordCrypto,
): Promise<{ unchecked: number; findings: Finding[] }> {
  const findings: Finding[] = [];
  let unchecked = 0;
  for (const { note, checkpoint } of checkpoints) {
    const { origin, size } = checkpoint;
    const keys = keysInForce(terms, size);
    if (keys.length === 0) findings.push({ about: "key", detail: "The record names no key." });
    for (const text of keys) {
      const key = await parseVerifierKey(text, crypto.sha256);
      if (!key || key.name !== origin) {
        findings.push({ about: "key", detail: `“${text}” is not a key of ${origin}.` });
        continue;
      }
      const check = await checkSignature(note, key, crypto);
      if (check === "cannot tell here") unchecked += 1;
      const fault = { bad: "has a false signature by", absent: "is not signed by" };
      if (check === "bad" || check === "absent") {
        findings.push({
          about: "signature",
          detail: `The checkpoint at ${size} entries ${fault[check]} ${text}.`,
        });
      }
    }
  }
  for (const { fromSize } of terms.slice(1)) {
    if (!checkpoints.some(({ checkpoint }) => checkpoint.size === fromSize)) {
      const detail = `The key changed at ${fromSize} entries, and the checkpoint that both keys signed is missing.`;
      findings.push({ about: "key", detail });
    }
  }
  return { unchecked, findings };
}
