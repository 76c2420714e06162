import { and, eq } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import type { Computed } from "#app/domain/commitment/indicator.ts";
import { CorrectionInput, ReadingInput } from "#app/domain/commitment/measure-input.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { requireVersion } from "./commitment.server.ts";
import { recordChange } from "./commitment-history.server.ts";
import { lockMeasure, type Reading } from "./measure.server.ts";
import { measures, readings } from "./schema/commitment.ts";

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
