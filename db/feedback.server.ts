import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { Answer } from "#app/domain/feedback/answer.ts";
import { PauseInput } from "#app/domain/feedback/clock-promise.ts";
import type { LoopHistoryKind } from "#app/domain/feedback/history.ts";
import { ReportBack } from "#app/domain/feedback/report-back.ts";
import { SaidInput, SaidRevision } from "#app/domain/feedback/said.ts";
import { answerWarnings, detailWarnings } from "#app/domain/feedback/save-warnings.ts";
import { SourceInput } from "#app/domain/feedback/source.ts";
import { viewLoop } from "#app/domain/feedback/view.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { requireVersion } from "./commitment.server.ts";
import { clockPromiseOf } from "./feedback-clock.server.ts";
import { loadLoops, type Loop } from "./feedback-read.server.ts";
import { stepOf } from "./feedback-step.server.ts";
import {
  challenges,
  feedbackSources,
  loopAnswers,
  loopHistory,
  loopPauses,
  loopReports,
  loops,
} from "./schema/feedback.ts";

/** Returns the new source's id. */
export async function addSource(scope: Scope, input: SourceInput, today: string): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const source = checked(SourceInput, input);
  if (source.heldOn > today) throw Refusal.invalid({ heldOn: ["It cannot have been held in the future."] });
  return inScope(scope, (tx) => insertSource(tx, scope.organisationId, source));
}

export async function insertSource(
  tx: Transaction,
  organisationId: string,
  source: Omit<typeof feedbackSources.$inferInsert, "organisationId">,
): Promise<string> {
  const [made] = await tx
    .insert(feedbackSources)
    .values({ ...source, organisationId })
    .returning({ id: feedbackSources.id });
  return made!.id;
}

/** What to do about warnings: people read them and say that they want to save all the same. */
export type Confirmed = { confirmed?: boolean };

function requireConfirmed(warnings: readonly string[], { confirmed = false }: Confirmed): void {
  if (warnings.length > 0 && !confirmed) throw Refusal.invalid({ confirmed: [...new Set(warnings)] });
}

/**
 * Writes down what people said. The clock starts on the day it was received, under the promise of today.
 * @throws Refusal (403), (404) for a source elsewhere, (400) also to point out contact details until `confirmed`
 */
export async function writeDown(
  scope: Scope,
  input: SaidInput,
  today: string,
  confirmed: Confirmed = {},
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  const said = checked(SaidInput, input);
  if (said.receivedOn > today)
    throw Refusal.invalid({ receivedOn: ["It cannot reach you in the future. Give today or a day before."] });
  requireConfirmed(detailWarnings([said.words, said.summary, said.byWhom, said.askedFor]), confirmed);
  return inScope(scope, async (tx) => {
    const [source] = await tx
      .select({ people: feedbackSources.people })
      .from(feedbackSources)
      .where(
        and(eq(feedbackSources.organisationId, scope.organisationId), eq(feedbackSources.id, said.sourceId)),
      );
    if (!source) throw Refusal.invalid({ sourceId: ["Choose a source from the list."] });
    if (said.people > source.people)
      throw Refusal.invalid({
        people: [`The source names ${source.people} people. More of them cannot have said it.`],
      });
    return insertLoop(tx, scope.organisationId, scope.userId, said, today);
  });
}

/** The promise of today and the day of writing are filled in where nothing else is given. */
type NewLoop = Omit<
  typeof loops.$inferInsert,
  "organisationId" | "acknowledgeWithin" | "answerWithin" | "jurisdiction" | "writtenOn"
> &
  Partial<
    Pick<typeof loops.$inferInsert, "acknowledgeWithin" | "answerWithin" | "jurisdiction" | "writtenOn">
  >;

export async function insertLoop(
  tx: Transaction,
  organisationId: string,
  userId: string | null,
  said: NewLoop,
  today: string,
  kind: LoopHistoryKind = "received",
): Promise<string> {
  const { acknowledgeWithin, answerWithin, jurisdiction } = await clockPromiseOf(tx, organisationId);
  const promise = { acknowledgeWithin, answerWithin, jurisdiction };
  const imported = kind === "imported";
  const [made] = await tx
    .insert(loops)
    .values({ ...promise, writtenOn: today, imported, ...said, organisationId })
    .returning({ id: loops.id });
  await recordLoop(tx, { organisationId, userId }, made!.id, kind, today);
  return made!.id;
}

/** Call it in the transaction of the change itself. */
export async function recordLoop(
  tx: Transaction,
  { organisationId, userId }: { organisationId: string; userId: string | null },
  loopId: string,
  kind: LoopHistoryKind,
  today: string,
  detail: Record<string, string> = {},
): Promise<void> {
  await tx.insert(loopHistory).values({ organisationId, userId, loopId, kind, detail, happenedOn: today });
}

/**
 * Corrects how it is written down, over `version`. After words were taken back this is how the rest may be published again.
 * @throws Refusal (403), (404), (400), (409) with the stored loop when somebody saved in the meantime
 */
export async function rewrite(
  scope: Scope,
  id: string,
  version: number,
  input: SaidRevision,
  today: string,
  confirmed: Confirmed = {},
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const said = checked(SaidRevision, input);
  requireConfirmed(detailWarnings([said.words, said.summary, said.byWhom, said.askedFor]), confirmed);
  await changing(scope, id, async (tx, loop) => {
    requireVersion(loop, version, "this");
    if (said.people > loop.source.people)
      throw Refusal.invalid({
        people: [`The source names ${loop.source.people} people. More cannot have said it.`],
      });
    const told = Math.max(0, ...loop.reports.map((report) => report.told));
    if (said.people < told)
      throw Refusal.invalid({ people: [`You reported back to ${told} people. Fewer cannot have said it.`] });
    const wordsStep = await stepOf(tx, scope.organisationId, id);
    await set(tx, loop, { ...said, wordsStep, takenBackOn: null });
    await recordLoop(tx, scope, id, "reworded", today);
  });
}

/** Notes that people were told it had arrived. Once. */
export async function acknowledge(scope: Scope, id: string, today: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await changing(scope, id, async (tx, loop) => {
    if (loop.acknowledgedOn) return;
    await set(tx, loop, { acknowledgedOn: today });
    await recordLoop(tx, scope, id, "acknowledged", today);
  });
}

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
  const answer = checked(Answer, input);
  if (answer.kind === "we-did" && answer.since > today)
    throw Refusal.invalid({ since: ["What has not happened yet is not done. Choose “We are doing”."] });
  if (answer.kind === "we-are-doing" && answer.by < today)
    throw Refusal.invalid({ by: ["That day has passed. Give the day by which the next step is taken."] });
  await changing(scope, id, async (tx, loop) => {
    requireVersion(loop, version, "an answer");
    const position = loop.answers.length;
    if (position > 0 && why.trim().length < 10)
      throw Refusal.invalid({ why: ["Say in a sentence why the answer is revised. It is published."] });
    if ((loop.answers.at(-1)?.answeredOn ?? loop.receivedOn) > today)
      throw Refusal.invalid({ form: ["An answer cannot be dated before what it answers."] });
    requireConfirmed(answerWarnings(answer, await otherTexts(tx, scope.organisationId, id)), { confirmed });
    await tx.insert(loopAnswers).values({
      organisationId: scope.organisationId,
      loopId: id,
      content: answer,
      answeredOn: today,
      why: position > 0 ? why.trim().slice(0, 1000) : "",
      position,
    });
    await tx
      .update(loopPauses)
      .set({ toOn: today })
      .where(and(eq(loopPauses.loopId, id), isNull(loopPauses.toOn)));
    await set(tx, loop, { acknowledgedOn: loop.acknowledgedOn ?? today });
    await recordLoop(
      tx,
      scope,
      id,
      position > 0 ? "revised" : "answered",
      today,
      position > 0 ? { why } : {},
    );
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
 * Stops the clock from today. A clock that has run out cannot be stopped, and none can be stopped from a day that is past.
 * @throws Refusal (403), (404), (400), (409)
 */
export async function pauseClock(scope: Scope, id: string, input: PauseInput, today: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  const { reason } = checked(PauseInput, input);
  await changing(scope, id, async (tx, loop) => {
    if (loop.answers.length > 0) throw Refusal.conflict("This is answered: its clock has stopped already.");
    if (loop.facts.pauses.some(({ to }) => to === null))
      throw Refusal.conflict("The clock is stopped already.");
    const { due } = viewLoop(loop.facts, today);
    if (due.state === "overdue")
      throw Refusal.conflict(
        `The answer was due on ${writtenDay(due.answerBy)}. A clock that has run out cannot be stopped: answer, and say why it is late.`,
      );
    await tx
      .insert(loopPauses)
      .values({ organisationId: scope.organisationId, loopId: id, fromOn: today, reason });
    await set(tx, loop, {});
    await recordLoop(tx, scope, id, "paused", today, { reason });
  });
}

export async function resumeClock(scope: Scope, id: string, today: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await changing(scope, id, async (tx, loop) => {
    const closed = await tx
      .update(loopPauses)
      .set({ toOn: today })
      .where(and(eq(loopPauses.loopId, id), isNull(loopPauses.toOn)))
      .returning({ id: loopPauses.id });
    if (closed.length === 0) throw Refusal.conflict("The clock is running.");
    await set(tx, loop, {});
    await recordLoop(tx, scope, id, "resumed", today);
  });
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
    const report = checked(ReportBack, { ...input, of: loop.people });
    const answer = loop.answers.at(-1);
    if (!answer)
      throw Refusal.conflict(
        "There is no answer to report yet. Answer first, then tell the people who spoke.",
      );
    if (report.on > today) throw Refusal.invalid({ on: ["People cannot have been told in the future."] });
    if (report.on < answer.answeredOn)
      throw Refusal.invalid({
        on: [
          `The answer dates from ${writtenDay(answer.answeredOn)}. Whoever was told before was told something else.`,
        ],
      });
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

/** Locks the loop, so that two editors take turns, and hands it over whole. @throws Refusal (404) */
async function changing(
  scope: Scope,
  id: string,
  work: (tx: Transaction, loop: Loop) => Promise<void>,
): Promise<void> {
  await inScope(scope, async (tx) => work(tx, await lockLoop(tx, scope.organisationId, id)));
}

/** @throws Refusal (404), also for another organisation's id */
export async function lockLoop(tx: Transaction, organisationId: string, id: string): Promise<Loop> {
  const [row] = await tx
    .select({ id: loops.id })
    .from(loops)
    .where(and(eq(loops.organisationId, organisationId), eq(loops.id, id)))
    .for("update");
  const [loop] = row ? await loadLoops(tx, organisationId, [id]) : [];
  if (!loop) throw Refusal.notFound("loop");
  return loop;
}

/** Every change counts as a version, so that whoever has the page open with an older one is told. */
export async function set(
  tx: Transaction,
  loop: Pick<Loop, "id" | "organisationId" | "version">,
  values: Partial<typeof loops.$inferInsert>,
): Promise<void> {
  await tx
    .update(loops)
    .set({ ...values, version: loop.version + 1 })
    .where(and(eq(loops.organisationId, loop.organisationId), eq(loops.id, loop.id)));
}
