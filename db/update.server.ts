import { and, desc, eq, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { UpdateInput } from "#app/domain/commitment/work-input.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope } from "./client.server.ts";
import { lockCommitment, requireVersion } from "./commitment.server.ts";
import { recordChange } from "./commitment-history.server.ts";
import { updates } from "./schema/commitment.ts";

export type Update = typeof updates.$inferSelect;

/** Returns the new update's id. @throws Refusal (404), (400) */
export function writeUpdate(
  scope: Scope,
  commitmentId: string,
  input: UpdateInput,
  today: string,
): Promise<string> {
  const values = checkedUpdate(scope, input, today);
  return inScope(scope, async (tx) => {
    await lockCommitment(tx, scope, commitmentId);
    const [made] = await tx
      .insert(updates)
      .values({ ...values, organisationId: scope.organisationId, commitmentId })
      .returning();
    const after = made!;
    await recordChange(tx, scope, {
      commitmentId,
      kind: "update-written",
      subjectId: after.id,
      before: null,
      after,
      changedOn: today,
    });
    return after.id;
  });
}

/** Saves over `version`. @throws Refusal (404), (400), (409) */
export async function reviseUpdate(
  scope: Scope,
  id: string,
  version: number,
  input: UpdateInput,
  today: string,
): Promise<void> {
  const values = checkedUpdate(scope, input, today);
  await inScope(scope, async (tx) => {
    const [before] = await tx.select().from(updates).where(own(scope, id)).for("update");
    if (!before) throw Refusal.notFound("update");
    requireVersion(before, version, "this update");
    const [after] = await tx
      .update(updates)
      .set({ ...values, version: version + 1 })
      .where(own(scope, id))
      .returning();
    await recordChange(tx, scope, {
      commitmentId: before.commitmentId,
      kind: "update-revised",
      subjectId: id,
      before,
      after: after!,
      reason: values.changeReason,
      changedOn: today,
    });
  });
}

/** @throws Refusal (404) */
export async function requireUpdate(scope: Scope, commitmentId: string, id: string): Promise<Update> {
  const [row] = await inScope(scope, (tx) =>
    tx
      .select()
      .from(updates)
      .where(and(own(scope, id), eq(updates.commitmentId, commitmentId))),
  );
  if (!row) throw Refusal.notFound("update");
  return row;
}

export const updatesPerPage = 20;

/** Newest first, a page and one more. @param after the last of the page before */
export function listUpdates(
  scope: Scope,
  commitmentId: string,
  after?: { effectiveOn: string; id: string },
): Promise<Update[]> {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(updates)
      .where(
        and(
          eq(updates.organisationId, scope.organisationId),
          eq(updates.commitmentId, commitmentId),
          after
            ? sql`(${updates.effectiveOn}, ${updates.id}) < (${after.effectiveOn}::date, ${after.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(updates.effectiveOn), desc(updates.id))
      .limit(updatesPerPage + 1),
  );
}

function own(scope: Scope, id: string) {
  return and(eq(updates.organisationId, scope.organisationId), eq(updates.id, id));
}

function checkedUpdate(scope: Scope, input: UpdateInput, today: string) {
  requireAbility(scope, "workspace.edit");
  const { reason, ...values } = checked(UpdateInput, input);
  if (values.effectiveOn > today)
    throw Refusal.invalid({
      effectiveOn: ["It cannot have happened in the future. Give today or an earlier day."],
    });
  return { ...values, changeReason: reason };
}
