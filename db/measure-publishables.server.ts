import { asc, eq } from "drizzle-orm";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { subjectOf, type MeasureContent, type ReadingContent } from "#app/domain/commitment/public.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import type { Transaction } from "./client.server.ts";
import { measures, readings } from "./schema/commitment.ts";

/** Every measure as it stands now, with its baseline and its target. */
export async function measuresNow(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const rows = await tx
    .select()
    .from(measures)
    .where(eq(measures.organisationId, scope.organisationId))
    .orderBy(asc(measures.createdAt), asc(measures.id));
  return rows.map((row) => {
    const content: MeasureContent = {
      commitment: row.commitmentId,
      title: row.title,
      unit: row.unit,
      direction: row.direction,
      baseline:
        row.baselineValue === null || row.baselineOn === null
          ? null
          : { value: row.baselineValue, on: row.baselineOn },
      target:
        row.targetValue === null || row.targetBy === null
          ? null
          : { value: row.targetValue, by: row.targetBy },
      indicator: row.indicator,
      retired: row.retired,
    };
    return {
      kind: "measure",
      subject: subjectOf.measure(row.id),
      effectiveOn: row.changedOn,
      content,
      label: `Measure: ${row.title}`,
      ...givenReason(row.changeReason),
    };
  });
}

/** Every reading of every measure, oldest first. */
export async function readingsNow(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const rows = await tx
    .select({ reading: readings, commitmentId: measures.commitmentId, title: measures.title })
    .from(readings)
    .innerJoin(measures, eq(measures.id, readings.measureId))
    .where(eq(readings.organisationId, scope.organisationId))
    .orderBy(asc(readings.readOn), asc(readings.id));
  return rows.map(({ reading, commitmentId, title }) => {
    const content: ReadingContent = {
      commitment: commitmentId,
      measure: reading.measureId,
      on: reading.readOn,
      value: reading.value,
      numerator: reading.numerator,
      denominator: reading.denominator,
      interval: reading.interval,
      ...(reading.caveat ? { caveat: reading.caveat } : {}),
      ...(reading.note ? { note: reading.note } : {}),
      computed: reading.computed,
    };
    return {
      kind: "reading",
      subject: subjectOf.reading(reading.id),
      effectiveOn: reading.readOn,
      content,
      label: `Reading: ${title}, ${writtenDay(reading.readOn)}`,
      ...givenReason(reading.changeReason),
    };
  });
}

/** The reason that was written with the latest change, where one was. */
export function givenReason(reason: string): { reason?: string } {
  return reason ? { reason } : {};
}
