import { and, asc, eq } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { MilestoneInput } from "#app/domain/commitment/work-input.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope } from "./client.server.ts";
import { lockCommitment, requireVersion } from "./commitment.server.ts";
import { recordChange } from "./commitment-history.server.ts";
import { milestones } from "./schema/commitment.ts";

export type Milestone = typeof milestones.$inferSelect;

/** Returns the new milestone's id. @throws Refusal (404), (400) */
export function addMilestone(
  scope: Scope,
  commitmentId: string,
  input: MilestoneInput,
  today: string,
): Promise<string> {
  const values = checkedMilestone(scope, input, today);
  return inScope(scope, async (tx) => {
    await lockCommitment(tx, scope, commitmentId);
    const [made] = await tx
      .insert(milestones)
      .values({ ...values, organisationId: scope.organisationId, commitmentId })
      .returning();
    const after = made!;
    await recordChange(tx, scope, {
      commitmentId,
      kind: "milestone-added",
      subjectId: after.id,
      before: null,
      after,
      changedOn: today,
    });
    return after.id;
  });
}

/** Saves over `version`: another date, met, or given up with its reason. @throws Refusal (404), (400), (409) */
export async function reviseMilestone(
  scope: Scope,
  id: string,
  version: number,
  input: MilestoneInput,
  today: string,
): Promise<void> {
  const values = checkedMilestone(scope, input, today);
  await inScope(scope, async (tx) => {
    const [before] = await tx.select().from(milestones).where(own(scope, id)).for("update");
    if (!before) throw Refusal.notFound("milestone");
    requireVersion(before, version, "this milestone");
    const [after] = await tx
      .update(milestones)
      .set({ ...values, version: version + 1 })
      .where(own(scope, id))
      .returning();
    await recordChange(tx, scope, {
      commitmentId: before.commitmentId,
      kind: "milestone-revised",
      subjectId: id,
      before,
      after: after!,
      reason: values.changeReason,
      changedOn: today,
    });
  });
}

/** @throws Refusal (404) */
export async function requireMilestone(scope: Scope, commitmentId: string, id: string): Promise<Milestone> {
  const [row] = await inScope(scope, (tx) =>
    tx
      .select()
      .from(milestones)
      .where(and(own(scope, id), eq(milestones.commitmentId, commitmentId))),
  );
  if (!row) throw Refusal.notFound("milestone");
  return row;
}

/** In the order they are due. */
export function listMilestones(scope: Scope, commitmentId: string): Promise<Milestone[]> {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(milestones)
      .where(
        and(eq(milestones.organisationId, scope.organisationId), eq(milestones.commitmentId, commitmentId)),
      )
      .orderBy(asc(milestones.dueOn), asc(milestones.id)),
  );
}

function own(scope: Scope, id: string) {
  return and(eq(milestones.organisationId, scope.organisationId), eq(milestones.id, id));
}

function checkedMilestone(scope: Scope, input: MilestoneInput, today: string) {
  requireAbility(scope, "workspace.edit");
  const { reason, metOn, ...values } = checked(MilestoneInput, input);
  if (metOn && metOn > today)
    throw Refusal.invalid({
      metOn: ["A step cannot have been met in the future. Give today or an earlier day."],
    });
  return { ...values, metOn: metOn ?? null, changedOn: today, changeReason: reason };
}
