import { z } from "zod";
import { Refusal } from "../refusal.ts";

export const decisions = ["accept", "return", "require-action", "escalate"] as const;
export type Decision = (typeof decisions)[number];

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
    /** What must be done, and by when, for `require-action`. */
    actionBy: day.nullable(),
    conflict: z.string().trim().max(1000),
    decidedOn: day,
    reviewerId: z.string().min(1),
  })
  .superRefine((review, context) => {
    if (review.decision === "require-action" && review.actionBy === null)
      context.addIssue({ code: "custom", path: ["actionBy"], message: "Say by when the action is owed." });
    if (review.actionBy !== null && review.actionBy < review.decidedOn)
      context.addIssue({
        code: "custom",
        path: ["actionBy"],
        message: "The action cannot be owed before the decision.",
      });
  });
export type Review = z.infer<typeof Review>;

/** Somebody with a conflict of interest may ask and note, and never accept. @throws Refusal */
export function requireNoConflict(review: Pick<Review, "conflict" | "decision">): void {
  if (review.conflict && review.decision === "accept")
    throw Refusal.forbidden("You declared a conflict of interest, so another reviewer has to accept this.");
}

/** Approval lapses as soon as the content is no longer what was seen. The latest decision counts. */
export function standing(
  reviews: readonly Review[],
  now: string,
): { review: Review; lapsed: boolean } | undefined {
  const latest = [...reviews].sort((a, b) => b.decidedOn.localeCompare(a.decidedOn))[0];
  return latest && { review: latest, lapsed: latest.seen !== now };
}

/**
 * The four-eyes rule: may this content be published? A different person from the editor must have accepted exactly it.
 * @throws Refusal with what is missing
 */
export function requireFourEyes(reviews: readonly Review[], now: string, editorId: string): void {
  const accepted = reviews.some(
    (review) => review.decision === "accept" && review.seen === now && review.reviewerId !== editorId,
  );
  if (!accepted)
    throw Refusal.conflict(
      "Your organisation asks for a second pair of eyes: a board reviewer has to accept exactly this before it can be published.",
    );
}
