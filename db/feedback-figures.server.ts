import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { FeedbackData } from "#app/domain/feedback/indicators.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope } from "./client.server.ts";
import { loadLoops } from "./feedback-load.server.ts";
import { challenges, loopAnswers } from "./schema/feedback.ts";

/** Everything from which this room's indicators are worked out. */
export function readFeedback(scope: Scope): Promise<FeedbackData> {
  return inScope(scope, async (tx) => {
    const all = await loadLoops(tx, scope.organisationId, "all");
    const cases = await tx
      .select({
        receivedOn: challenges.receivedOn,
        answeredOn: sql<string | null>`min(${loopAnswers.answeredOn})::text`,
      })
      .from(challenges)
      .leftJoin(loopAnswers, eq(loopAnswers.loopId, challenges.loopId))
      .where(and(eq(challenges.organisationId, scope.organisationId), isNull(challenges.ground)))
      .groupBy(challenges.id);
    const refused = await tx.$count(
      challenges,
      and(eq(challenges.organisationId, scope.organisationId), isNotNull(challenges.ground)),
    );
    return { loops: all.map(({ facts, imported }) => ({ ...facts, imported })), challenges: cases, refused };
  });
}
