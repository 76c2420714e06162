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
  revoked: "This private link was switched off. Ask the organisation that gave it to you for a new one.",
  expired: "This private link has expired. Ask the organisation that gave it to you for a new one.",
  used: "This private link has been used already. It works once.",
};
