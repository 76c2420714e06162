import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { publicDecision } from "#app/domain/review/public.ts";
import { decidedWords } from "#app/domain/review/review.ts";
import type { Transaction } from "./client.server.ts";
import { listReviews } from "./review.server.ts";
import { londonToday } from "./today.server.ts";

/** The decisions that the board chose to publish, and the bare fact of every action that was not done in time. */
export async function listReviewPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const today = londonToday();
  return (await listReviews(tx, scope)).flatMap((review) => {
    const { commitmentId: commitment, decision, text, decidedOn, actionBy, publish } = review;
    const answeredOn = review.answer?.answeredOn ?? null;
    const answer = review.answer?.text ?? null;
    const content = publicDecision(
      { commitment, decision, text, decidedOn, actionBy, answeredOn, answer, publish },
      today,
    );
    if (!content) return [];
    return [
      {
        kind: "decision",
        subject: `decision:${review.id}`,
        effectiveOn: decidedOn,
        content,
        label: decidedWords[decision],
      },
    ];
  });
}
