import { and, desc, eq, lt } from "drizzle-orm";
import type { HistoryKind } from "#app/domain/commitment/history.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { users } from "./schema/accounts.ts";
import { commitmentHistory } from "./schema/commitment.ts";

/** Call it in the transaction of the change itself: one never happens without the other. */
export async function recordChange(
  tx: Transaction,
  scope: Scope,
  change: {
    commitmentId: string;
    kind: HistoryKind;
    /** The row that changed: the commitment itself, or its measure, reading, milestone, update or evidence. */
    subjectId: string;
    before: Record<string, unknown> | null;
    after: Record<string, unknown>;
    reason?: string;
    /** The day it was changed, as ISO date: today, except when a past is told. */
    changedOn: string;
  },
): Promise<void> {
  const { organisationId, userId } = scope;
  await tx.insert(commitmentHistory).values({ organisationId, userId, ...change });
}

/** Newest first, a page at a time. @param before the last id of the page before */
export function listChanges(scope: Scope, commitmentId: string, before?: number, limit = 30) {
  return inScope(scope, (tx) =>
    tx
      .select({
        id: commitmentHistory.id,
        kind: commitmentHistory.kind,
        before: commitmentHistory.before,
        after: commitmentHistory.after,
        reason: commitmentHistory.reason,
        changedOn: commitmentHistory.changedOn,
        recordedAt: commitmentHistory.recordedAt,
        by: users.name,
      })
      .from(commitmentHistory)
      .innerJoin(users, eq(users.id, commitmentHistory.userId))
      .where(
        and(
          eq(commitmentHistory.organisationId, scope.organisationId),
          eq(commitmentHistory.commitmentId, commitmentId),
          before === undefined ? undefined : lt(commitmentHistory.id, before),
        ),
      )
      .orderBy(desc(commitmentHistory.id))
      .limit(limit),
  );
}
