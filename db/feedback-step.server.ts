import { and, eq, like, sql } from "drizzle-orm";
import { feedbackSubject } from "#app/domain/feedback/public.ts";
import type { Transaction } from "./client.server.ts";
import { recordEntries } from "./schema/record.ts";

/**
 * Words that were withdrawn are never published again under the same subject, and the loop must not vanish with them: it goes
 * on as `loop:<id>~1`, then `~2`. The step is how often that has happened. By loop id; absent means 0.
 */
export async function stepsOf(tx: Transaction, organisationId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({
      subject: recordEntries.subject,
      latest: sql<number>`max(${recordEntries.index}) filter (where ${recordEntries.kind} = 'loop')`,
      gone: sql<
        number[]
      >`coalesce(array_agg(${recordEntries.withdraws}) filter (where ${recordEntries.withdraws} is not null), '{}')`,
    })
    .from(recordEntries)
    .where(and(eq(recordEntries.organisationId, organisationId), like(recordEntries.subject, "loop:%")))
    .groupBy(recordEntries.subject);
  const steps = new Map<string, number>();
  for (const { subject, latest, gone } of rows) {
    const [id = "", step = "0"] = subject.slice("loop:".length).split("~");
    const next = Number(step) + (gone.includes(latest) ? 1 : 0);
    steps.set(id, Math.max(steps.get(id) ?? 0, next));
  }
  return steps;
}

export async function stepOf(tx: Transaction, organisationId: string, id: string): Promise<number> {
  return (await stepsOf(tx, organisationId)).get(id) ?? 0;
}

export function subjectAt(id: string, step: number): string {
  return feedbackSubject.loop(step === 0 ? id : `${id}~${step}`);
}
