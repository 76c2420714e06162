import { desc, eq } from "drizzle-orm";
import type { HistoryKind } from "#app/domain/organisation/history.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { organisationHistory, users } from "./schema/accounts.ts";

/** Call it in the transaction of the change itself: one never happens without the other. */
export async function recordHistory(
  tx: Transaction,
  entry: {
    organisationId: string;
    userId: string | null;
    kind: HistoryKind;
    detail?: Record<string, string>;
  },
): Promise<void> {
  await tx.insert(organisationHistory).values(entry);
}

/** Newest first. 100 is what a page can show; the rest stays in the table. */
export function listHistory(scope: Scope, limit = 100) {
  return inScope(scope, (tx) =>
    tx
      .select({
        id: organisationHistory.id,
        at: organisationHistory.at,
        kind: organisationHistory.kind,
        detail: organisationHistory.detail,
        by: users.name,
      })
      .from(organisationHistory)
      .leftJoin(users, eq(users.id, organisationHistory.userId))
      .where(eq(organisationHistory.organisationId, scope.organisationId))
      .orderBy(desc(organisationHistory.id))
      .limit(limit),
  );
}
