import { and, eq } from "drizzle-orm";
import { loopKey, type ImportedLoop, type Present } from "#app/domain/feedback/import-row.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { loadLoops } from "./feedback-load.server.ts";
import { insertLoop, insertSource } from "./feedback.server.ts";
import { takenBackIn, takenBackMark } from "./taken-back.server.ts";
import { feedbackSources, loopAnswers, loopPauses, loopReports } from "./schema/feedback.ts";

/** More rows than this are brought in as several files. */
export const mostRows = 2000;

/** Brings past loops in, all of them or none. They carry their own days; the history says where they came from. */
export async function importLoops(
  scope: Scope,
  loops: readonly ImportedLoop[],
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    for (const loop of loops) await importOne(tx, scope, loop, today);
  });
}

/** What is here, and what was taken back, so that a file brought in twice is noticed. @param secret of the installation */
export function presentLoops(scope: Scope, secret: string): Promise<Present> {
  requireAbility(scope, "workspace.edit");
  const { organisationId } = scope;
  return inScope(scope, async (tx) => {
    const all = await loadLoops(tx, organisationId, "all");
    return {
      keys: new Set(all.map((loop) => loopKey({ source: loop.source, said: loop }))),
      takenBack: await takenBackIn(tx, organisationId),
      markOf: (text) => takenBackMark(secret, organisationId, text),
    };
  });
}

async function importOne(
  tx: Transaction,
  { organisationId, userId }: Scope,
  { source, said, acknowledgedOn, promise, pauses, answers, reports }: ImportedLoop,
  today: string,
): Promise<void> {
  const sourceId =
    (await findSource(tx, organisationId, source)) ?? (await insertSource(tx, organisationId, source));
  const values = { ...promise, ...said, sourceId, acknowledgedOn: acknowledgedOn ?? answers[0]?.on ?? null };
  const loopId = await insertLoop(tx, organisationId, userId, values, today, "imported");
  for (const { from: fromOn, to: toOn, reason } of pauses)
    await tx.insert(loopPauses).values({ organisationId, loopId, fromOn, toOn, reason });
  const made: string[] = [];
  for (const [position, { content, on, why }] of answers.entries()) {
    const [row] = await tx
      .insert(loopAnswers)
      .values({ organisationId, loopId, content, answeredOn: on, why, position })
      .returning({ id: loopAnswers.id });
    made.push(row!.id);
  }
  for (const { on: toldOn, channels, told, of, answer } of reports)
    await tx.insert(loopReports).values({
      organisationId,
      loopId,
      answerId: made[answer - 1]!,
      toldOn,
      channels: [...channels],
      told,
      of,
    });
}

async function findSource(
  tx: Transaction,
  organisationId: string,
  { kind, title, heldOn }: ImportedLoop["source"],
): Promise<string | undefined> {
  const [known] = await tx
    .select({ id: feedbackSources.id })
    .from(feedbackSources)
    .where(
      and(
        eq(feedbackSources.organisationId, organisationId),
        eq(feedbackSources.kind, kind),
        eq(feedbackSources.title, title),
        eq(feedbackSources.heldOn, heldOn),
      ),
    )
    .limit(1);
  return known?.id;
}
