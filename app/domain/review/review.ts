import { z } from "zod";
import { Refusal } from "../refusal.ts";

/** A question asks and decides nothing; the others decide. */
export const decisions = ["question", "accept", "return", "require-action", "escalate"] as const;
export type Decision = (typeof decisions)[number];

export const decisionWords: Record<Decision, string> = {
  question: "Ask a question",
  accept: "Accept",
  return: "Return for more work",
  "require-action": "Require an action",
  escalate: "Escalate to the whole board",
};

/** The decision as a reader is told of it. */
export const decidedWords: Record<Decision, string> = {
  question: "The board asked",
  accept: "The board accepted this",
  return: "The board returned this",
  "require-action": "The board required an action",
  escalate: "This went to the whole board",
};

const day = z.iso.date("Give the date as year-month-day, such as 2026-03-31.");

/** A board's question or decision on a commitment, bound to the exact version that was seen. */
export const Review = z
  .object({
    id: z.uuid(),
    commitmentId: z.uuid(),
    /** Fingerprint of the content that the reviewer had before them. */
    seen: z.string().regex(/^[0-9a-f]{64}$/),
    decision: z.enum(decisions),
    text: z.string().trim().min(1, "Say why, or what you ask.").max(4000),
    /** By when an answer or an action is owed: for a question and for `require-action`. */
    actionBy: day.nullable(),
    conflict: z.string().trim().max(1000),
    decidedOn: day,
    reviewerId: z.string().min(1),
  })
  .superRefine((review, context) => {
    if (owesAnswer(review.decision) && review.actionBy === null)
      context.addIssue({
        code: "custom",
        path: ["actionBy"],
        message: "Say by when an answer or the action is owed.",
      });
    if (review.actionBy !== null && review.actionBy < review.decidedOn)
      context.addIssue({
        code: "custom",
        path: ["actionBy"],
        message: "The action cannot be owed before the decision.",
      });
  });
export type Review = z.infer<typeof Review>;

/** Whether the organisation owes the board something by a day. */
export function owesAnswer(decision: Decision): boolean {
  return decision === "question" || decision === "require-action";
}

/** Somebody with a conflict of interest may ask and note, and never accept. @throws Refusal */
export function requireNoConflict(review: Pick<Review, "conflict" | "decision">): void {
  if (review.conflict && review.decision === "accept")
    throw Refusal.invalid({
      decision: ["You declared a conflict of interest, so another reviewer has to accept this."],
    });
}

type Decided = Pick<Review, "decision" | "seen" | "reviewerId">;

/**
 * The decision that counts: the latest that is more than a question. Approval lapses as soon as the content is no longer
 * what was seen.
 * @param reviews oldest first
 * @param now fingerprint of the content as it is
 */
export function standing<Kind extends Pick<Review, "decision" | "seen">>(
  reviews: readonly Kind[],
  now: string,
): { review: Kind; lapsed: boolean } | undefined {
  const latest = reviews.findLast(({ decision }) => decision !== "question");
  return latest && { review: latest, lapsed: latest.seen !== now };
}

/**
 * The four-eyes rule: the latest decision on exactly this content has to be an acceptance, by somebody other than the editor.
 * @param reviews oldest first
 */
export function isAccepted(
  reviews: readonly (Omit<Decided, "reviewerId"> & { reviewerId: string | null })[],
  now: string,
  editorId: string,
): boolean {
  const found = standing(reviews, now);
  return (
    found !== undefined &&
    !found.lapsed &&
    found.review.decision === "accept" &&
    found.review.reviewerId !== editorId
  );
}

/** @throws Refusal with what is missing */
export function requireFourEyes(reviews: readonly Decided[], now: string, editorId: string): void {
  if (!isAccepted(reviews, now, editorId)) throw notAccepted([]);
}

/** @param titles the commitments that still need it */
export function notAccepted(titles: readonly string[]): Refusal {
  const which =
    titles.length > 0 ? ` Still to be accepted: ${titles.map((one) => `“${one}”`).join(", ")}.` : "";
  return Refusal.conflict(
    `Your organisation asks for a second pair of eyes: a board reviewer has to accept exactly this before it can be published.${which}`,
  );
}
