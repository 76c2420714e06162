import { and, asc, eq, inArray } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import {
  CommitmentInput,
  recommendationKey,
  recommendationReference,
} from "#app/domain/commitment/commitment-input.ts";
import { requireKnownRecommendations } from "#app/domain/framework/known-recommendations.ts";
import { checkStatusChange } from "#app/domain/commitment/transitions.ts";
import { StatusInput } from "#app/domain/commitment/work-input.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { recordChange } from "./commitment-history.server.ts";
import { frameworksIn } from "./framework.server.ts";
import { commitmentRecommendations, commitments, commitmentStatuses } from "./schema/commitment.ts";

type Row = typeof commitments.$inferSelect;
/** A commitment with the recommendations it answers, as `framework@version/recommendation`. */
export type Commitment = Row & { recommendations: string[] };

/** Writes a promise, from a recommendation or of one's own. It begins as planned. Returns its id. */
export async function adopt(scope: Scope, input: CommitmentInput, today: string): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const { recommendations, reason: _reason, ...words } = checked(CommitmentInput, input);
  const { organisationId, userId } = scope;
  return inScope(scope, async (tx) => {
    requireKnownRecommendations(recommendations, await frameworksIn(tx, scope));
    const statusOn = words.startOn < today ? words.startOn : today;
    const [made] = await tx
      .insert(commitments)
      .values({ ...words, organisationId, status: "planned", statusOn, changedOn: today })
      .returning();
    const commitmentId = made!.id;
    await setRecommendations(tx, scope, commitmentId, recommendations);
    await tx.insert(commitmentStatuses).values({
      organisationId,
      commitmentId,
      userId,
      status: "planned",
      effectiveOn: statusOn,
      reason: "We made this promise.",
    });
    await recordChange(tx, scope, {
      commitmentId,
      kind: "adopted",
      subjectId: commitmentId,
      before: null,
      after: { ...made, recommendations },
      changedOn: today,
    });
    return commitmentId;
  });
}

/**
 * Saves over `version`, the one that was on the page.
 * @throws Refusal (404), (400), or (409) with the stored commitment when somebody saved in the meantime
 */
export async function revise(
  scope: Scope,
  id: string,
  version: number,
  input: CommitmentInput,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { recommendations, reason, ...words } = checked(CommitmentInput, input);
  await inScope(scope, async (tx) => {
    const before = await lockCommitment(tx, scope, id);
    requireVersion(before, version, "this promise");
    const kept = new Set(before.recommendations);
    requireKnownRecommendations(
      recommendations.filter((key) => !kept.has(key)),
      await frameworksIn(tx, scope),
    );
    const [after] = await tx
      .update(commitments)
      .set({ ...words, changedOn: today, changeReason: reason, version: version + 1 })
      .where(and(eq(commitments.organisationId, scope.organisationId), eq(commitments.id, id)))
      .returning();
    await setRecommendations(tx, scope, id, recommendations);
    await recordChange(tx, scope, {
      commitmentId: id,
      kind: "revised",
      subjectId: id,
      before,
      after: { ...after, recommendations: [...recommendations].sort() },
      reason,
      changedOn: today,
    });
  });
}

/**
 * Moves a commitment to another status, with its reason. The row before stays for ever.
 * @throws Refusal (404), (400) when the move cannot be made, or (409) when somebody saved in the meantime
 */
export async function setStatus(
  scope: Scope,
  id: string,
  version: number,
  input: StatusInput,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { status, reason, effectiveOn } = checked(StatusInput, input);
  const { organisationId, userId } = scope;
  await inScope(scope, async (tx) => {
    const before = await lockCommitment(tx, scope, id);
    requireVersion(before, version, "this promise");
    checkStatusChange(
      { status: before.status, effectiveOn: before.statusOn },
      { status, effectiveOn },
      today,
    );
    await tx
      .update(commitments)
      .set({ status, statusOn: effectiveOn, version: version + 1 })
      .where(and(eq(commitments.organisationId, organisationId), eq(commitments.id, id)));
    await tx
      .insert(commitmentStatuses)
      .values({ organisationId, commitmentId: id, userId, status, reason, effectiveOn });
    await recordChange(tx, scope, {
      commitmentId: id,
      kind: "status-changed",
      subjectId: id,
      before: { status: before.status, statusOn: before.statusOn },
      after: { status, statusOn: effectiveOn },
      reason,
      changedOn: today,
    });
  });
}

/** @throws Refusal (404), also for another organisation's id */
export function requireCommitment(scope: Scope, id: string): Promise<Commitment> {
  return inScope(scope, async (tx) => {
    const [row] = await tx.select().from(commitments).where(own(scope, id));
    if (!row) throw Refusal.notFound("promise");
    return withRecommendations(tx, scope, row);
  });
}

/** All statuses it has had, oldest first. */
export function listStatuses(scope: Scope, commitmentId: string) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(commitmentStatuses)
      .where(
        and(
          eq(commitmentStatuses.organisationId, scope.organisationId),
          eq(commitmentStatuses.commitmentId, commitmentId),
        ),
      )
      .orderBy(asc(commitmentStatuses.id)),
  );
}

/** The row for a change that will follow in this transaction; others wait. @throws Refusal (404) */
export async function lockCommitment(tx: Transaction, scope: Scope, id: string): Promise<Commitment> {
  const [row] = await tx.select().from(commitments).where(own(scope, id)).for("update");
  if (!row) throw Refusal.notFound("promise");
  return withRecommendations(tx, scope, row);
}

/** @throws Refusal (409) carrying the stored row, so that the page can show both side by side */
export function requireVersion(stored: { version: number }, version: number, what: string): void {
  if (stored.version !== version)
    throw Refusal.conflict(
      `Somebody else saved ${what} while you were typing. Nothing of yours is lost: compare the two below, then save again.`,
      stored,
    );
}

/** Of many commitments at once: `framework@version/recommendation` by commitment. */
export async function recommendationsOf(
  tx: Transaction,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const rows = await tx
    .select()
    .from(commitmentRecommendations)
    .where(
      and(
        eq(commitmentRecommendations.organisationId, scope.organisationId),
        inArray(commitmentRecommendations.commitmentId, [...ids]),
      ),
    )
    .orderBy(asc(commitmentRecommendations.framework), asc(commitmentRecommendations.recommendation));
  for (const row of rows)
    found
      .get(row.commitmentId)
      ?.push(recommendationKey({ framework: row.framework, id: row.recommendation }));
  return found;
}

function own(scope: Scope, id: string) {
  return and(eq(commitments.organisationId, scope.organisationId), eq(commitments.id, id));
}

async function withRecommendations(tx: Transaction, scope: Scope, row: Row): Promise<Commitment> {
  const found = await recommendationsOf(tx, scope, [row.id]);
  return { ...row, recommendations: found.get(row.id) ?? [] };
}

async function setRecommendations(
  tx: Transaction,
  scope: Scope,
  commitmentId: string,
  keys: readonly string[],
): Promise<void> {
  const { organisationId } = scope;
  await tx
    .delete(commitmentRecommendations)
    .where(
      and(
        eq(commitmentRecommendations.organisationId, organisationId),
        eq(commitmentRecommendations.commitmentId, commitmentId),
      ),
    );
  const unique = [...new Set(keys)].map(recommendationReference);
  if (unique.length === 0) return;
  await tx
    .insert(commitmentRecommendations)
    .values(
      unique.map(({ framework, id }) => ({ organisationId, commitmentId, framework, recommendation: id })),
    );
}
