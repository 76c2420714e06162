import { addDays } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import type { AgendaItem } from "./agenda.ts";
import { type Decision, decidedWords, owesAnswer } from "./review.ts";

type Asked = {
  commitmentId: string;
  /** The commitment's. */
  title: string;
  decision: Decision;
  text: string;
  decidedOn: string;
  actionBy: string | null;
  answered: boolean;
};

/**
 * What the board asked for: late answers, answers still to come with their days, and what a reviewer sent to the whole board.
 * An escalation stands until somebody decides on the same commitment; a question decides nothing.
 * @param reviews oldest first @param base address of the list of commitments
 */
export function decisionItems(reviews: readonly Asked[], base: string, today: string): AgendaItem[] {
  return [...escalations(reviews, base), ...owed(reviews, base, today)];
}

function escalations(reviews: readonly Asked[], base: string): AgendaItem[] {
  const latest = new Map<string, Asked>();
  for (const review of reviews) if (review.decision !== "question") latest.set(review.commitmentId, review);
  return [...latest.values()]
    .filter(({ decision }) => decision === "escalate")
    .map(({ commitmentId, title, text, decidedOn }) => ({
      concern: "escalated",
      title,
      because: `Sent to the whole board on ${writtenDay(decidedOn)}, and nobody has decided since. ${text}`,
      href: `${base}/${commitmentId}/review`,
      commitmentId,
      since: decidedOn,
    }));
}

function owed(reviews: readonly Asked[], base: string, today: string): AgendaItem[] {
  return reviews.flatMap(
    ({ commitmentId, title, decision, text, decidedOn, actionBy, answered }): AgendaItem[] => {
      if (!owesAnswer(decision) || answered || actionBy === null) return [];
      const late = actionBy < today;
      return [
        {
          concern: late ? "action-overdue" : "answer-owed",
          title,
          because: `${decidedWords[decision]}, owed by ${writtenDay(actionBy)}: ${text}`,
          href: `${base}/${commitmentId}/review`,
          commitmentId,
          since: late ? addDays(actionBy, 1) : decidedOn,
        },
      ];
    },
  );
}
