import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Transaction } from "./client.server.ts";
import { takenBackMarks } from "./schema/feedback.ts";

/**
 * Stands for words that were taken back: HMAC-SHA-256 under the installation's secret, of the letters and digits alone, so that
 * spaces, capitals and punctuation do not hide them. The words cannot be read from it, nor guessed without the secret.
 */
export function takenBackMark(secret: string, organisationId: string, text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return createHmac("sha256", secret).update(`taken back ${organisationId} ${plain}`).digest("base64url");
}

/** Remembers that these words were taken back, and not the words. Empty ones are nothing to remember. */
export async function rememberTakenBack(
  tx: Transaction,
  { organisationId, secret }: { organisationId: string; secret: string },
  texts: readonly string[],
  takenBackOn: string,
): Promise<void> {
  const marks = texts
    .filter((text) => text.trim() !== "")
    .map((text) => ({ organisationId, mark: takenBackMark(secret, organisationId, text), takenBackOn }));
  if (marks.length > 0) await tx.insert(takenBackMarks).values(marks).onConflictDoNothing();
}

/** The day on which words were taken back, by their mark. */
export async function takenBackIn(tx: Transaction, organisationId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select()
    .from(takenBackMarks)
    .where(eq(takenBackMarks.organisationId, organisationId));
  return new Map(rows.map(({ mark, takenBackOn }) => [mark, takenBackOn]));
}
