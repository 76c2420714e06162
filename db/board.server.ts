import { and, asc, count, eq, gte, inArray, max, sql } from "drizzle-orm";
import type { MovedTarget, Standing } from "#app/domain/commitment/findings.ts";
import { movedTarget } from "#app/domain/commitment/moved-target.ts";
import { addMonths } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope, type Transaction } from "./client.server.ts";
import {
  commitmentHistory,
  commitments,
  commitmentStatuses,
  evidence,
  updates,
} from "./schema/commitment.ts";

/**
 * Where every promise of the organisation stands, for the board's questions. Targets moved count for twelve months.
 * @param attested commitments that the people affected have agreed are done
 */
export function listStandings(
  scope: Scope,
  today: string,
  attested: ReadonlySet<string>,
): Promise<Standing[]> {
  return inScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(commitments)
      .where(eq(commitments.organisationId, scope.organisationId))
      .orderBy(asc(commitments.dueOn), asc(commitments.id));
    const [reasons, words, shown, moved] = [
      await latestReasons(tx, scope),
      await latestUpdates(tx, scope),
      await evidenceCounts(tx, scope),
      await targetsMoved(tx, scope, addMonths(today, -12)),
    ];
    return rows.map((row) => {
      const wordOn = words.get(row.id) ?? row.statusOn;
      return {
        id: row.id,
        title: row.title,
        status: row.status,
        statusOn: row.statusOn,
        statusReason: reasons.get(row.id) ?? "",
        startOn: row.startOn,
        dueOn: row.dueOn,
        lastWordOn: wordOn > row.statusOn ? wordOn : row.statusOn,
        evidence: shown.get(row.id) ?? 0,
        movedTargets: moved.get(row.id) ?? [],
        attested: attested.has(row.id),
      };
    });
  });
}

async function latestReasons(tx: Transaction, scope: Scope): Promise<Map<string, string>> {
  const rows = await tx
    .selectDistinctOn([commitmentStatuses.commitmentId], {
      id: commitmentStatuses.commitmentId,
      reason: commitmentStatuses.reason,
    })
    .from(commitmentStatuses)
    .where(eq(commitmentStatuses.organisationId, scope.organisationId))
    .orderBy(commitmentStatuses.commitmentId, sql`${commitmentStatuses.id} desc`);
  return new Map(rows.map((row) => [row.id, row.reason]));
}

async function latestUpdates(tx: Transaction, scope: Scope): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: updates.commitmentId, on: max(updates.effectiveOn) })
    .from(updates)
    .where(eq(updates.organisationId, scope.organisationId))
    .groupBy(updates.commitmentId);
  return new Map(rows.flatMap((row) => (row.on ? [[row.id, row.on]] : [])));
}

async function evidenceCounts(tx: Transaction, scope: Scope): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: evidence.commitmentId, n: count() })
    .from(evidence)
    .where(eq(evidence.organisationId, scope.organisationId))
    .groupBy(evidence.commitmentId);
  return new Map(rows.map((row) => [row.id, row.n]));
}

async function targetsMoved(
  tx: Transaction,
  scope: Scope,
  since: string,
): Promise<Map<string, MovedTarget[]>> {
  const rows = await tx
    .select()
    .from(commitmentHistory)
    .where(
      and(
        eq(commitmentHistory.organisationId, scope.organisationId),
        inArray(commitmentHistory.kind, ["measure-revised", "revised"]),
        gte(commitmentHistory.changedOn, since),
      ),
    )
    .orderBy(asc(commitmentHistory.id));
  const found = new Map<string, MovedTarget[]>();
  for (const row of rows) {
    const words = movedTarget(row.before ?? {}, row.after);
    if (!words) continue;
    found.set(row.commitmentId, [
      ...(found.get(row.commitmentId) ?? []),
      { ...words, on: row.changedOn, reason: row.reason },
    ]);
  }
  return found;
}
