import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { checked } from "#app/domain/checked.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { owesAnswer, requireNoConflict, Review, standing } from "#app/domain/review/review.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { contentsOf, type Seen } from "./review-content.server.ts";
import { users } from "./schema/accounts.ts";
import { commitments } from "./schema/commitment.ts";
import { boardAnswers, boardReviews } from "./schema/review.ts";

export type ReviewRow = typeof boardReviews.$inferSelect & {
  /** The commitment's. */
  title: string;
  reviewer: string | null;
  answer: { text: string; answeredOn: string } | null;
};

export type ReviewSheet = {
  seen: Seen;
  /** Oldest first. */
  reviews: ReviewRow[];
  standing: { review: ReviewRow; lapsed: boolean } | undefined;
};

/** What a reviewer reads and what was decided before. @throws Refusal 404 */
export function readReviews(scope: Scope, commitmentId: string): Promise<ReviewSheet> {
  requireAbility(scope, "workspace.read");
  return inScope(scope, async (tx) => {
    const seen = (await contentsOf(tx, scope)).get(commitmentId);
    if (!seen) throw Refusal.notFound("commitment");
    const reviews = await listReviews(tx, scope, commitmentId);
    return { seen, reviews, standing: standing(reviews, seen.fingerprint) };
  });
}

/** Oldest first; of one commitment, or of all. */
export async function listReviews(
  tx: Transaction,
  scope: Scope,
  commitmentId?: string,
): Promise<ReviewRow[]> {
  const rows = await tx
    .select({
      review: boardReviews,
      title: commitments.title,
      reviewer: users.name,
      answer: boardAnswers,
    })
    .from(boardReviews)
    .innerJoin(commitments, eq(commitments.id, boardReviews.commitmentId))
    .leftJoin(users, eq(users.id, boardReviews.reviewerId))
    .leftJoin(
      boardAnswers,
      and(
        eq(boardAnswers.organisationId, boardReviews.organisationId),
        eq(boardAnswers.reviewId, boardReviews.id),
      ),
    )
    .where(
      and(
        eq(boardReviews.organisationId, scope.organisationId),
        commitmentId === undefined ? undefined : eq(boardReviews.commitmentId, commitmentId),
      ),
    )
    .orderBy(asc(boardReviews.number));
  return rows.map(({ review, title, reviewer, answer }) => ({
    ...review,
    title,
    reviewer,
    answer: answer && { text: answer.text, answeredOn: answer.answeredOn },
  }));
}

export type NewReview = Pick<Review, "seen" | "decision" | "text" | "actionBy" | "conflict"> & {
  /** The latest review when the page was read; empty for none. */
  after: string;
  /** The board wants this in the public record. */
  publish: boolean;
};

/**
 * Signs a question or decision on exactly what was read. Two reviewers of one commitment wait for each other, and the second
 * is shown the first's word instead of overruling it unseen.
 * @throws Refusal 403 for editors and owners; 409 when the content or the
 *   reviews are no longer what was read; 400, also for accepting with a conflict of interest; 404
 */
export async function decide(
  scope: Scope,
  commitmentId: string,
  input: NewReview,
  today: string,
): Promise<string> {
  requireAbility(scope, "review.write");
  const { after, publish, ...given } = input;
  const { id: _, ...review } = checked(Review, {
    ...given,
    id: "00000000-0000-4000-8000-000000000000",
    commitmentId,
    decidedOn: today,
    reviewerId: scope.userId,
  });
  requireNoConflict(review);
  return inScope(scope, async (tx) => {
    await lockCommitment(tx, scope, commitmentId);
    const now = (await contentsOf(tx, scope)).get(commitmentId)?.fingerprint;
    const reviews = await listReviews(tx, scope, commitmentId);
    const latest = reviews.at(-1);
    if ((latest?.id ?? "") !== after)
      throw Refusal.conflict(
        `Another reviewer wrote while you were reading${latest?.reviewer ? ` (${latest.reviewer})` : ""}. Read their word below, then send yours again if it still stands.`,
        latest,
      );
    if (now !== review.seen)
      throw Refusal.conflict(
        "The commitment was changed while you were reading. Read it as it is now, then send your decision again.",
      );
    const [made] = await tx
      .insert(boardReviews)
      .values({
        ...review,
        actionBy: owesAnswer(review.decision) ? review.actionBy : null,
        publish,
        organisationId: scope.organisationId,
        // Of the moment, not of the transaction's start: who waited for the lock comes after.
        createdAt: sql`clock_timestamp()`,
      })
      .returning({ id: boardReviews.id });
    return made!.id;
  });
}

const Answer = z.string().trim().min(1, "Write what was done, or the answer.").max(4000);

/** Answers a question or reports a required action as done. Once: a reviewer who wants more asks again. @throws Refusal 400, 403, 404, 409 */
export async function answerReview(
  scope: Scope,
  commitmentId: string,
  reviewId: string,
  input: string,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { text } = checked(z.object({ text: Answer }), { text: input });
  await inScope(scope, async (tx) => {
    const [review] = await tx
      .select()
      .from(boardReviews)
      .where(
        and(
          eq(boardReviews.organisationId, scope.organisationId),
          eq(boardReviews.commitmentId, commitmentId),
          eq(boardReviews.id, reviewId),
        ),
      );
    if (!review || !owesAnswer(review.decision)) throw Refusal.notFound("question of the board");
    const made = await tx
      .insert(boardAnswers)
      .values({
        organisationId: scope.organisationId,
        reviewId,
        text,
        answeredOn: today,
        answeredBy: scope.userId,
      })
      .onConflictDoNothing()
      .returning({ id: boardAnswers.id });
    if (made.length === 0) throw Refusal.conflict("This was answered already. The answer is below.");
  });
}

async function lockCommitment(tx: Transaction, scope: Scope, id: string): Promise<void> {
  const [row] = await tx
    .select({ id: commitments.id })
    .from(commitments)
    .where(and(eq(commitments.organisationId, scope.organisationId), eq(commitments.id, id)))
    .for("update");
  if (!row) throw Refusal.notFound("commitment");
}
