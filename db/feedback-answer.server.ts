import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { checked, checkedTogether } from "#app/domain/checked.ts";
import { answerGivenOn, FirstAnswer, RevisedBecause } from "#app/domain/feedback/answer.ts";
import { reportOf } from "#app/domain/feedback/report-back.ts";
import { answerWarnings } from "#app/domain/feedback/save-warnings.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Transaction } from "./client.server.ts";
import { requireVersion } from "./commitment.server.ts";
import { changing, recordLoop, requireConfirmed, set, type Confirmed } from "./feedback-loop.server.ts";
import type { Loop } from "./feedback-load.server.ts";
import { challenges, loopAnswers, loopPauses, loopReports } from "./schema/feedback.ts";

/**
 * Answers, or revises the answer, over `version`. The answer before stays. An answer that is revised has to be reported anew.
 * @throws Refusal (403), (404), (400) also to point out contact details and repeated explanations until `confirmed`,
 *   (409) with the stored loop when somebody answered in the meantime
 */
export async function answerLoop(
  scope: Scope,
  id: string,
  version: number,
  input: unknown,
  today: string,
  { why = "", confirmed }: Confirmed & { why?: string } = {},
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await changing(scope, id, async (tx, loop) => {
    requireVersion(loop, version, "an answer");
    const position = loop.answers.length;
    const [answer, because] = checkedTogether(
      [answerGivenOn(today), input],
      [position > 0 ? RevisedBecause : FirstAnswer, { why }],
    );
    if ((loop.answers.at(-1)?.answeredOn ?? loop.receivedOn) > today)
      throw Refusal.invalid({ form: ["An answer cannot be dated before what it answers."] });
    requireConfirmed(answerWarnings(answer, await otherTexts(tx, scope.organisationId, id)), { confirmed });
    await tx.insert(loopAnswers).values({
      organisationId: scope.organisationId,
      loopId: id,
      content: answer,
      answeredOn: today,
      why: because.why,
      position,
    });
    await tx
      .update(loopPauses)
      .set({ toOn: today })
      .where(and(eq(loopPauses.loopId, id), isNull(loopPauses.toOn)));
    await set(tx, loop, { acknowledgedOn: loop.acknowledgedOn ?? today });
    if (position > 0) await recordLoop(tx, scope, id, "revised", today, because);
    else await recordLoop(tx, scope, id, "answered", today);
  });
}

/** The latest answer to everything else that was said. */
async function otherTexts(tx: Transaction, organisationId: string, id: string): Promise<string[]> {
  const rows = await tx
    .selectDistinctOn([loopAnswers.loopId], { text: sql<string>`${loopAnswers.content}->>'text'` })
    .from(loopAnswers)
    .where(and(eq(loopAnswers.organisationId, organisationId), ne(loopAnswers.loopId, id)))
    .orderBy(loopAnswers.loopId, sql`${loopAnswers.position} desc`);
  return rows.map(({ text }) => text);
}

/**
 * Notes that people were told of the answer that stands: `told` of all who said it. Who spoke is how many it is out of; a
 * smaller number cannot be given.
 * @throws Refusal (403), (404), (409) before there is an answer, (400)
 */
export async function reportBack(
  scope: Scope,
  id: string,
  input: { on: string; channels: string[]; told: number },
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await changing(scope, id, async (tx, loop) => {
    await requireNotThroughDoor(tx, loop);
    const answer = loop.answers.at(-1);
    if (!answer)
      throw Refusal.conflict(
        "There is no answer to report yet. Answer first, then tell the people who spoke.",
      );
    const report = checked(reportOf(answer.answeredOn, today), { ...input, of: loop.people });
    await tx.insert(loopReports).values({
      organisationId: scope.organisationId,
      loopId: id,
      answerId: answer.id,
      toldOn: report.on,
      channels: report.channels,
      told: report.told,
      of: report.of,
    });
    await set(tx, loop, {});
    const detail = { told: String(report.told), of: String(report.of) };
    await recordLoop(tx, scope, id, "reported", today, detail);
  });
}

/**
 * Whoever came through the open door left no name: nobody can have told them, or asked them, but the page that their code opens.
 * @throws Refusal (409)
 */
export async function requireNotThroughDoor(tx: Transaction, loop: Pick<Loop, "id">): Promise<void> {
  const [found] = await tx
    .select({ id: challenges.id })
    .from(challenges)
    .where(eq(challenges.loopId, loop.id));
  if (found)
    throw Refusal.conflict(
      "This came through the open door without a name. It counts as reported back once whoever asked comes back with their code and reads the answer.",
    );
}
