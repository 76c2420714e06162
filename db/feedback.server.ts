import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { checked } from "#app/domain/checked.ts";
import type { LoopHistoryKind } from "#app/domain/feedback/history.ts";
import { doorProblems, stillTheirWords, type DoorWords } from "#app/domain/feedback/door-words.ts";
import { SaidInput, SaidRevision } from "#app/domain/feedback/said.ts";
import { detailWarnings } from "#app/domain/feedback/save-warnings.ts";
import { SourceInput } from "#app/domain/feedback/source.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { requireVersion } from "./commitment.server.ts";
import { clockPromiseOf } from "./feedback-clock.server.ts";
import { changing, recordLoop, requireConfirmed, set, type Confirmed } from "./feedback-loop.server.ts";
import type { Loop } from "./feedback-load.server.ts";
import { stepOf } from "./feedback-step.server.ts";
import { feedbackSources, loops } from "./schema/feedback.ts";

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

/**
 * Corrects how it is written down, over `version`. After words were taken back this is how the rest may be published again.
 * What came through the open door keeps its writer and what they allowed; its words may be shortened, which shows.
 * @throws Refusal (403), (404), (400), (409) with the stored loop when somebody saved in the meantime, or when the one person who
 *   said it took the words back
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
    requireSomebodyLeft(loop);
    if (loop.door) requireAsAsked(loop, loop.door, said);
    if (said.people > loop.source.people)
      throw Refusal.invalid({
        people: [`The source names ${loop.source.people} people. More cannot have said it.`],
      });
    const told = Math.max(0, ...loop.reports.map((report) => report.told));
    if (said.people < told)
      throw Refusal.invalid({ people: [`You reported back to ${told} people. Fewer cannot have said it.`] });
    const wordsStep = await stepOf(tx, scope.organisationId, id);
    // Whose words they are is read off what was asked, where that is known.
    const inTheirWords = loop.door ? stillTheirWords(loop.door, said.words) : said.inTheirWords;
    await set(tx, loop, { ...said, inTheirWords, wordsStep, takenBackOn: null });
    await recordLoop(tx, scope, id, "reworded", today);
  });
}

/** @throws Refusal (409) when the only person who said it took the words back: nobody can speak in their place */
function requireSomebodyLeft(loop: Loop): void {
  if (loop.takenBackOn && loop.people === 1)
    throw Refusal.conflict(
      "The one person who said this took the words back. Nothing can be written down in their place.",
    );
}

/** @throws Refusal (400) for what only whoever came through the open door could change */
function requireAsAsked(loop: Loop, asked: DoorWords, now: z.output<typeof SaidRevision>): void {
  const problems = doorProblems(asked, loop, now);
  if (Object.keys(problems).length > 0) throw Refusal.invalid(problems);
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
