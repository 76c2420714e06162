import { z } from "zod";
import { decisions } from "./review.ts";

/** kind `decision`: what a board decided or asked. Subject `decision:<review>`. Never who, only that a reviewer did. */
export const DecisionContent = z.object({
  commitment: z.uuid(),
  decision: z.enum(decisions),
  /** Null where the board did not choose to publish its words, and only the overdue action shows. */
  text: z.string().max(4000).nullable(),
  decidedOn: z.iso.date(),
  /** By when an answer or an action is owed. */
  actionBy: z.iso.date().nullable(),
  answeredOn: z.iso.date().nullable(),
  /** The answer, where the board's words are public. */
  answer: z.string().max(4000).nullable(),
});
export type DecisionContent = z.infer<typeof DecisionContent>;

/**
 * What of a decision is public: all of it if the board chose so. Otherwise only an action that was not done in time, and
 * that it was owed: lateness is nobody's to hide.
 */
export function publicDecision(
  review: Omit<DecisionContent, "text"> & { text: string; publish: boolean },
  today: string,
): DecisionContent | undefined {
  const { publish, text, ...rest } = review;
  if (publish) return { ...rest, text };
  const late = rest.actionBy !== null && rest.actionBy < (rest.answeredOn ?? today);
  return late ? { ...rest, text: null, answer: null } : undefined;
}
