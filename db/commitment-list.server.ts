import { and, asc, eq, exists, inArray, lt, sql, type SQL } from "drizzle-orm";
import type { Status } from "#app/domain/commitment/public.ts";
import { recommendationReference } from "#app/domain/commitment/commitment-input.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope } from "./client.server.ts";
import { recommendationsOf } from "./commitment.server.ts";
import { commitmentRecommendations, commitments } from "./schema/commitment.ts";

export const commitmentsPerPage = 30;

export type CommitmentFilter = {
  status?: Status;
  /** `framework@version/recommendation` */
  recommendation?: string;
  /** Overdue on this day: open and due before it. */
  overdueOn?: string;
};

/** Where a page of the list ends: lists go by due date, soonest first. */
export type Cursor = { dueOn: string; id: string };

/** A page and one more, soonest due first. */
export function listCommitments(scope: Scope, filter: CommitmentFilter = {}, after?: Cursor) {
  return inScope(scope, async (tx) => {
    const conditions: (SQL | undefined)[] = [
      eq(commitments.organisationId, scope.organisationId),
      filter.status ? eq(commitments.status, filter.status) : undefined,
      after
        ? sql`(${commitments.dueOn}, ${commitments.id}) > (${after.dueOn}::date, ${after.id}::uuid)`
        : undefined,
    ];
    if (filter.overdueOn)
      conditions.push(
        lt(commitments.dueOn, filter.overdueOn),
        inArray(commitments.status, ["planned", "under-way", "stalled"]),
      );
    if (filter.recommendation) {
      const { framework, id } = recommendationReference(filter.recommendation);
      conditions.push(
        exists(
          tx
            .select({ one: sql`1` })
            .from(commitmentRecommendations)
            .where(
              and(
                eq(commitmentRecommendations.commitmentId, commitments.id),
                eq(commitmentRecommendations.framework, framework),
                eq(commitmentRecommendations.recommendation, id),
              ),
            ),
        ),
      );
    }
    const rows = await tx
      .select()
      .from(commitments)
      .where(and(...conditions))
      .orderBy(asc(commitments.dueOn), asc(commitments.id))
      .limit(commitmentsPerPage + 1);
    const keys = await recommendationsOf(
      tx,
      scope,
      rows.map((row) => row.id),
    );
    return rows.map((row) => ({ ...row, recommendations: keys.get(row.id) ?? [] }));
  });
}

export type CommitmentBrief = Pick<typeof commitments.$inferSelect, "id" | "title" | "status" | "dueOn">;

/** Which promises answer each recommendation, by `framework@version/recommendation`. */
export function listByRecommendation(scope: Scope): Promise<Map<string, CommitmentBrief[]>> {
  return inScope(scope, async (tx) => {
    const rows = await tx
      .select({
        framework: commitmentRecommendations.framework,
        recommendation: commitmentRecommendations.recommendation,
        id: commitments.id,
        title: commitments.title,
        status: commitments.status,
        dueOn: commitments.dueOn,
      })
      .from(commitmentRecommendations)
      .innerJoin(commitments, eq(commitments.id, commitmentRecommendations.commitmentId))
      .where(eq(commitmentRecommendations.organisationId, scope.organisationId))
      .orderBy(asc(commitments.dueOn), asc(commitments.id));
    const found = new Map<string, CommitmentBrief[]>();
    for (const { framework, recommendation, ...brief } of rows) {
      const key = `${framework}/${recommendation}`;
      found.set(key, [...(found.get(key) ?? []), brief]);
    }
    return found;
  });
}
