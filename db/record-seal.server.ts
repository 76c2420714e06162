import { utf8 } from "#app/domain/record/bytes.ts";
import { canonicalJson, type JsonObject } from "#app/domain/record/canonical.ts";
import { encodeEntry, RecordEntry } from "#app/domain/record/entry.ts";
import { leafHash } from "#app/domain/record/merkle.ts";
import { sealBody, sealText } from "#app/domain/record/seal.ts";
import type { EntryDraft } from "#app/domain/record/state.ts";
import { hmacSha256, newSalt, sha256 } from "./record-crypto.server.ts";

/** A draft ready for the log. */
export type SealedDraft = {
  readonly entry: RecordEntry;
  /** Canonical: the bytes of the leaf. */
  readonly text: string;
  readonly leaf: Uint8Array;
  readonly body: JsonObject;
  readonly bodyText: string;
  readonly salt: Uint8Array;
};

/**
 * Seals the words of a draft with fresh salt and writes its entry.
 *
 * @throws ZodError when kind, subject or date is malformed; RangeError when the words cannot be written as JSON.
 */
export function sealDraft(draft: EntryDraft, recordedAt: string): SealedDraft {
  const { content, reason } = draft.body;
  // What is optional and absent is left out by the canonical text, so the body is read back from it.
  const bodyText = canonicalJson({ content, ...(reason ? { reason } : {}) } as JsonObject);
  const body = JSON.parse(bodyText) as JsonObject;
  const salt = newSalt();
  const entry = RecordEntry.parse({
    v: 1,
    kind: draft.kind,
    subject: draft.subject,
    effectiveOn: draft.effectiveOn,
    recordedAt,
    role: draft.role,
    ...(draft.author ? { author: draft.author } : {}),
    body: sealText(sealBody(hmacSha256, salt, body)),
  });
  const text = encodeEntry(entry);
  return { entry, text, leaf: leafHash(sha256, utf8(text)), body, bodyText, salt };
}
