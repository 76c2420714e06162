import { Refusal } from "../refusal.ts";

/** What a private link lets its holder do: one thing each, named after what they do. */
export const linkPurposes = [
  "agree-pay",
  "answer-audit",
  "answer-loop",
  "answer-session",
  "attest",
  "check-in",
  "review-persona",
  "stop-letters",
  "vote",
  "withdraw",
] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

export type LinkState = "open" | "revoked" | "expired" | "used";

/** `once`: whether the link stops working after its first use. Most do not: people may come back and change their mind. */
export function linkState(
  link: { expiresAt: Date; revokedAt: Date | null; usedAt: Date | null },
  now: Date,
  { once = false }: { once?: boolean } = {},
): LinkState {
  if (link.revokedAt) return "revoked";
  if (link.expiresAt.getTime() <= now.getTime()) return "expired";
  return once && link.usedAt ? "used" : "open";
}

/** What the holder of a closed link reads. It blames nobody and says what to do. */
export const closedLink: Record<Exclude<LinkState, "open">, string> = {
  revoked:
    "This private link was switched off. Ask whoever gave it to you, or the organisation, for a new one. What you answered before is kept.",
  expired:
    "This private link has expired. Ask whoever gave it to you, or the organisation, for a new one. What you answered before is kept.",
  used: "This private link has been used already, and it works once. If it was not you who used it, tell whoever gave it to you and ask for a new one.",
};

/** @throws Refusal (409) with the sentence above for a link that no longer does what it is for */
export function requireOpen(state: LinkState): asserts state is "open" {
  if (state !== "open") throw Refusal.conflict(closedLink[state]);
}

/** What somebody reads whose link opens nothing at all. */
export const unknownLink =
  "This private link opens nothing. A letter or two may be missing: copy the whole address again, or type it as it is printed. If it still does not open, ask whoever gave it to you for a new one.";

/** Whether a sentence is about a private link, so that the page around it is too. */
export function isAboutLink(sentence: string): boolean {
  return sentence === unknownLink || Object.values(closedLink).includes(sentence);
}
