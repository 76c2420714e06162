import { contentOf, type JsonObject } from "./canonical.ts";

/**
 * Withdrawing: the words of an entry and their salt are destroyed, and a `withdrawn` entry says so. What people
 * said can be taken back. What an organisation promised cannot: it can only be corrected, visibly.
 */

/** Why words may be taken back. */
export const withdrawalReasons = ["consent-taken-back", "erasure-request", "harmful-mistake"] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

/** The kind of the entry that withdraws another. */
export const WITHDRAWN = "withdrawn";

/** The kind of the entry that names the next signing key. */
export const SIGNING_KEY = "signing-key";

/**
 * The kinds whose entries carry words that belong to somebody: what people said, showed or made, and what an organisation
 * wrote about them. Everything else stays for ever: promises, targets, statuses, figures, what people affected answered, and
 * the record's own housekeeping. A kind that nobody thought of stays too. This is the one list: the publishing desk, the
 * database and the verifier in a reader's browser all ask it.
 */
const CARRY_SOMEBODYS_WORDS = [
  "comment",
  "evidence",
  "handout",
  "loop",
  "persona",
  "session",
  "story",
  "update",
];

/** Whether the body of this kind of entry can be withdrawn. */
export function canBeWithdrawn(kind: string): boolean {
  return CARRY_SOMEBODYS_WORDS.includes(kind);
}

/** The body of a `withdrawn` entry. */
export interface Withdrawal {
  /** The number of the entry whose words are gone; the first entry is 0. */
  readonly entry: number;
  readonly reason: WithdrawalReason;
}

/** The body as it goes into the record. */
export function withdrawalBody({ entry, reason }: Withdrawal): JsonObject {
  return { content: { entry, reason } };
}

/** Reads the body of a `withdrawn` entry; undefined when it is something else. */
export function readWithdrawal(body: JsonObject): Withdrawal | undefined {
  const content = contentOf(body);
  const reason = withdrawalReasons.find((known) => known === content.reason);
  const { entry } = content;
  if (typeof entry !== "number" || !Number.isSafeInteger(entry) || entry < 0 || !reason) return undefined;
  return { entry, reason };
}

/** Why an entry cannot be withdrawn, as a sentence; undefined when it can. */
export function refuseWithdrawal(entry: { kind: string; alreadyWithdrawn: boolean }): string | undefined {
  if (entry.alreadyWithdrawn) return "The words of this entry have already been withdrawn.";
  if (canBeWithdrawn(entry.kind)) return undefined;
  return `An entry of the kind “${entry.kind}” cannot be withdrawn. Publish a correction instead: both stay visible.`;
}
