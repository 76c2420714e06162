import { and, asc, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { checked } from "#app/domain/checked.ts";
import type { Computed } from "#app/domain/commitment/indicator.ts";
import { CorrectionInput, MeasureInput, ReadingInput } from "#app/domain/commitment/measure-input.ts";
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

/**
 * Records a figure entered by hand. Returns the reading's id.
 * @throws Refusal (400) when the day lies ahead or has a reading already
 */
export function recordReading(
  scope: Scope,
  measureId: string,
  input: ReadingInput,
  today: string,
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const { on, ...figures } = checked(ReadingInput, input);
  return insertReading(scope, measureId, { readOn: on, ...figures, computed: false }, today);
}

/** Records what an indicator works out for a day. */
export function recordComputedReading(
  scope: Scope,
  measureId: string,
  on: string,
  computed: Computed,
  today: string,
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return insertReading(scope, measureId, { readOn: on, ...computed, computed: true }, today);
}

type NewReading = Omit<typeof readings.$inferInsert, "organisationId" | "measureId">;

async function insertReading(
  scope: Scope,
  measureId: string,
  reading: NewReading,
  today: string,
): Promise<string> {
  notAhead(reading.readOn, today);
  return inScope(scope, async (tx) => {
    const { commitmentId } = await lockMeasure(tx, scope, measureId);
    const [after] = await tx
      .insert(readings)
      .values({ ...reading, organisationId: scope.organisationId, measureId })
      .onConflictDoNothing({ target: [readings.measureId, readings.readOn] })
      .returning();
    if (!after)
      throw Refusal.invalid({
        on: ["There is a reading for this day already. Correct that one, or give another day."],
      });
    await recordChange(tx, scope, {
      commitmentId,
      kind: "reading-recorded",
      subjectId: after.id,
      before: null,
      after,
      changedOn: today,
    });
    return after.id;
  });
}

/** Puts a wrong figure right. What stood there stays in the history with the reason. @throws Refusal (404), (400), (409) */
export async function correctReading(
  scope: Scope,
  id: string,
  version: number,
  input: CorrectionInput,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { on, reason, numerator, denominator, ...figures } = checked(CorrectionInput, input);
  notAhead(on, today);
  await inScope(scope, async (tx) => {
    const { reading: before, commitmentId } = await lockReading(tx, scope, id);
    requireVersion(before, version, "this reading");
    await requireFreeDay(tx, scope, before, on);
    const [after] = await tx
      .update(readings)
      .set({
        ...figures,
        numerator: numerator ?? null,
        denominator: denominator ?? null,
        interval: null,
        readOn: on,
        // A figure changed by hand is no longer the one that was worked out.
        computed: false,
        changeReason: reason,
        version: version + 1,
      })
      .where(and(eq(readings.organisationId, scope.organisationId), eq(readings.id, id)))
      .returning();
    await recordChange(tx, scope, {
      commitmentId,
      kind: "reading-corrected",
      subjectId: id,
      before,
      after: after!,
      reason,
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

function readingsOf(tx: Transaction, scope: Scope, measureIds: string[]): Promise<Reading[]> {
  if (measureIds.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(readings)
    .where(and(eq(readings.organisationId, scope.organisationId), inArray(readings.measureId, measureIds)))
    .orderBy(asc(readings.readOn));
}

async function lockMeasure(tx: Transaction, scope: Scope, id: string): Promise<Measure> {
  const [row] = await tx
    .select()
    .from(measures)
    .where(and(eq(measures.organisationId, scope.organisationId), eq(measures.id, id)))
    .for("update");
  if (!row) throw Refusal.notFound("measure");
  return row;
}

async function lockReading(tx: Transaction, scope: Scope, id: string) {
  const [row] = await tx
    .select({ reading: readings, commitmentId: measures.commitmentId })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(and(eq(readings.organisationId, scope.organisationId), eq(readings.id, id)))
    .for("update", { of: readings });
  if (!row) throw Refusal.notFound("reading");
  return row;
}

async function requireFreeDay(tx: Transaction, scope: Scope, reading: Reading, on: string): Promise<void> {
  if (on === reading.readOn) return;
  const [other] = await tx
    .select({ id: readings.id })
    .from(readings)
    .where(
      and(
        eq(readings.organisationId, scope.organisationId),
        eq(readings.measureId, reading.measureId),
        eq(readings.readOn, on),
      ),
    );
  if (other)
    throw Refusal.invalid({
      on: ["Another reading has this day already. Give another day, or correct that one."],
    });
}

function notAhead(on: string, today: string): void {
  if (on > today)
    throw Refusal.invalid({ on: ["A reading cannot be from the future. Give today or an earlier day."] });
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
