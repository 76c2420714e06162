import { concatBytes, equalBytes, fromBase64, toBase64, utf8 } from "./bytes.ts";
import type { RecordCrypto } from "./crypto.ts";
import type { Ed25519, SigningKey } from "./signing-key.ts";
import { isKeyName, type VerifierKey } from "./verifier-key.ts";

/** A text with signatures under it (C2SP signed-note; the same format as `golang.org/x/mod/sumdb/note`). */

/** One signature line: who says they signed, with which key, and the signature itself. */
export interface NoteSignature {
  readonly name: string;
  /** Four bytes. */
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** What was signed: ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A long list of signatures would be slow to check; the format asks for at least 16. */
const MAX_SIGNATURES = 100;

const DASH = "\u2014 ";

const BANNED = /[\u0000-\u0009\u000b-\u001f]|\p{Surrogate}/u;

/**
 * Signs a text with each key, in this order.
 *
 * @throws RangeError when the text does not end in a newline or holds a control character.
 */
export function signNote(text: string, keys: readonly SigningKey[], ed25519: Ed25519): string {
  if (!text.endsWith("\n") || BANNED.test(text)) {
    throw new RangeError("A signed text ends in a newline and has no control characters.");
  }
  const lines = keys.map(({ verifier, seed }) => {
    const signature = ed25519.sign(seed, utf8(text));
    return `${DASH}${verifier.name} ${toBase64(concatBytes(verifier.id, signature))}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/** Reads a signed note without checking any signature; undefined when it is malformed. */
export function parseNote(note: string): SignedNote | undefined {
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || BANNED.test(note) || !note.endsWith("\n")) return undefined;
  const lines = note.slice(split + 2, -1).split("\n");
  const signatures = lines.map(parseSignature).filter((signature) => signature !== undefined);
  if (signatures.length !== lines.length || lines.length > MAX_SIGNATURES) return undefined;
  return { text: note.slice(0, split + 1), signatures };
}

function parseSignature(line: string): NoteSignature | undefined {
  const space = line.indexOf(" ", DASH.length);
  if (!line.startsWith(DASH) || space < 0) return undefined;
  const name = line.slice(DASH.length, space);
  const bytes = fromBase64(line.slice(space + 1));
  if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined;
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** What became of one key's signature on a note. */
export type SignatureCheck = "good" | "bad" | "absent" | "cannot tell here";

/** Checks whether this key signed the note. Signatures of other keys are ignored, as the format demands. */
export async function checkSignature(
  note: SignedNote,
  key: VerifierKey,
  crypto: Pick<RecordCrypto, "verifyEd25519">,
): Promise<SignatureCheck> {
  const line = note.signatures.find(({ name, keyId }) => name === key.name && equalBytes(keyId, key.id));
  if (!line) return "absent";
  if (line.signature.length !== 64) return "bad";
  const good = await crypto.verifyEd25519(key.publicKey, utf8(note.text), line.signature);
  if (good === undefined) return "cannot tell here";
  return good ? "good" : "bad";
}
