import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { asPublic } from "./client.server.ts";
import { recordEntries } from "./schema/record.ts";
import { boardAnswers, boardReviews } from "./schema/review.ts";

/**
 * Organisations that owe their board an answer since before `today` of which the public record does not tell yet, although it
 * tells of the commitment. One question over all organisations: only a job may ask it. @param today ISO date
 */
export function owingUntold(today: string): Promise<string[]> {
  return asPublic(async (tx) => {
    await tx.execute(sql`select set_config('kept.jobs', 'on', true)`);
    const told = (subject: ReturnType<typeof sql>) => sql`exists (
      select 1 from ${recordEntries}
      where ${recordEntries.organisationId} = ${boardReviews.organisationId} and ${recordEntries.subject} = ${subject})`;
    const rows = await tx
      .selectDistinct({ id: boardReviews.organisationId })
      .from(boardReviews)
      .leftJoin(
        boardAnswers,
        and(
          eq(boardAnswers.organisationId, boardReviews.organisationId),
          eq(boardAnswers.reviewId, boardReviews.id),
        ),
      )
      .where(
        and(
          lt(boardReviews.actionBy, today),
          isNull(boardAnswers.id),
          told(sql`'commitment:' || ${boardReviews.commitmentId}`),
          sql`not ${told(sql`'decision:' || ${boardReviews.id}`)}`,
        ),
      )
      .orderBy(boardReviews.organisationId);
    return rows.map(({ id }) => id);
  });
}
