import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { checked } from "#app/domain/checked.ts";
import { MeasureInput } from "#app/domain/commitment/measure-input.ts";
import { targetSteps, type TargetStep } from "#app/domain/commitment/target-steps.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { lockCommitment, requireVersion } from "./commitment.server.ts";
import { recordChange } from "./commitment-history.server.ts";
import { commitmentHistory, commitments, measures, readings } from "./schema/commitment.ts";

export type Measure = typeof measures.$inferSelect;
export type Reading = typeof readings.$inferSelect;

/** Returns the new measure's id. @throws Refusal (404) when the commitment is not this organisation's */
export function addMeasure(
  scope: Scope,
  commitmentId: string,
  input: MeasureInput,
  today: string,
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const values = stored(checked(MeasureInput, input));
  return inScope(scope, async (tx) => {
    await lockCommitment(tx, scope, commitmentId);
    const [made] = await tx
      .insert(measures)
      .values({ ...values, organisationId: scope.organisationId, commitmentId, changedOn: today })
      .returning();
    const after = made!;
    await recordChange(tx, scope, {
      commitmentId,
      kind: "measure-added",
      subjectId: after.id,
      before: null,
      after,
      changedOn: today,
    });
    return after.id;
  });
}

/** Saves over `version`. A target that moves keeps what it was in the history. @throws Refusal (404), (400), (409) */
export async function reviseMeasure(
  scope: Scope,
  id: string,
  version: number,
  input: MeasureInput,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const values = stored(checked(MeasureInput, input));
  await inScope(scope, async (tx) => {
    const before = await lockMeasure(tx, scope, id);
    requireVersion(before, version, "this measure");
    const [after] = await tx
      .update(measures)
      .set({ ...values, changedOn: today, version: version + 1 })
      .where(and(eq(measures.organisationId, scope.organisationId), eq(measures.id, id)))
      .returning();
    await recordChange(tx, scope, {
      commitmentId: before.commitmentId,
      kind: "measure-revised",
      subjectId: id,
      before,
      after: after!,
      reason: values.changeReason,
      changedOn: today,
    });
  });
}

/** A measure with its promise and its readings, oldest first. @throws Refusal (404) */
export function requireMeasure(scope: Scope, commitmentId: string, id: string) {
  return inScope(scope, async (tx) => {
    const [found] = await tx
      .select({ measure: measures, commitment: commitments })
      .from(measures)
      .innerJoin(commitments, eq(commitments.id, measures.commitmentId))
      .where(
        and(
          eq(measures.organisationId, scope.organisationId),
          eq(measures.commitmentId, commitmentId),
          eq(measures.id, id),
        ),
      );
    if (!found) throw Refusal.notFound("measure");
    return { ...found, readings: await readingsOf(tx, scope, [id]) };
  });
}

/** A commitment's measures in the order they were added, each with its readings, oldest first. */
export function listMeasures(scope: Scope, commitmentId: string) {
  return inScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(measures)
      .where(and(eq(measures.organisationId, scope.organisationId), eq(measures.commitmentId, commitmentId)))
      .orderBy(asc(measures.createdAt), asc(measures.id));
    const all = await readingsOf(
      tx,
      scope,
      rows.map((row) => row.id),
    );
    return rows.map((measure) => ({
      ...measure,
      readings: all.filter((reading) => reading.measureId === measure.id),
    }));
  });
}

/** Every target of each of a commitment's measures, oldest first, by measure. */
export function listTargetSteps(scope: Scope, commitmentId: string): Promise<Map<string, TargetStep[]>> {
  return inScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(commitmentHistory)
      .where(
        and(
          eq(commitmentHistory.organisationId, scope.organisationId),
          eq(commitmentHistory.commitmentId, commitmentId),
          inArray(commitmentHistory.kind, ["measure-added", "measure-revised"]),
        ),
      )
      .orderBy(asc(commitmentHistory.id));
    const ids = new Set(rows.map((row) => row.subjectId));
    return new Map([...ids].map((id) => [id, targetSteps(rows.filter((row) => row.subjectId === id))]));
  });
}

/** The measure, held until the transaction ends. @throws Refusal (404) */
export async function lockMeasure(tx: Transaction, scope: Scope, id: string): Promise<Measure> {
  const [row] = await tx
    .select()
    .from(measures)
    .where(and(eq(measures.organisationId, scope.organisationId), eq(measures.id, id)))
    .for("update");
  if (!row) throw Refusal.notFound("measure");
  return row;
}

function readingsOf(tx: Transaction, scope: Scope, measureIds: string[]): Promise<Reading[]> {
  if (measureIds.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(readings)
    .where(and(eq(readings.organisationId, scope.organisationId), inArray(readings.measureId, measureIds)))
    .orderBy(asc(readings.readOn));
}

/** A field that was cleared is stored as null, not left as it was. */
function stored({ reason, ...input }: z.output<typeof MeasureInput>) {
  return {
    title: input.title,
    unit: input.unit,
    direction: input.direction,
    baselineValue: input.baselineValue ?? null,
    baselineOn: input.baselineOn ?? null,
    targetValue: input.targetValue ?? null,
    targetBy: input.targetBy ?? null,
    indicator: input.indicator ?? null,
    retired: input.retired,
    changeReason: reason,
  };
}
