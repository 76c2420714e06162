import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import type { Answer } from "#app/domain/feedback/answer.ts";
import { movesNow } from "#app/domain/feedback/steps.ts";
import { HeardInput } from "#app/domain/feedback/voice.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { changeComment, requireLookedAt } from "./feedback-comments.server.ts";
import { loadLoops, steppedVoice, type Loop } from "./feedback-read.server.ts";
import { lockLoop, recordLoop, requireNotThroughDoor, set, type Confirmed } from "./feedback.server.ts";
import { stepOf, subjectAt } from "./feedback-step.server.ts";
import { issueLink, markUsed, type OpenLink } from "./private-link.server.ts";
import { withdrawWithin } from "./record-withdraw.server.ts";
import { organisations } from "./schema/accounts.ts";
import { loopReports, loopVoices } from "./schema/feedback.ts";
import { privateLinks } from "./schema/mail.ts";
import { recordBodies, recordEntries } from "./schema/record.ts";

/** How long people have to answer. */
export const linkDays = 180;

/** Printed on paper or mailed at once; more in one go helps nobody. */
export const mostLinks = 500;

/**
 * Private links for the people who spoke: one each, and never more in use than people. Tokens are returned this once.
 * @throws Refusal (403), (404), (409) before there is an answer, (400) when there would be more links than people
 */
export async function issueLoopLinks(
  scope: Scope,
  id: string,
  count: number,
  today: string,
): Promise<string[]> {
  const issued = await inScope(scope, (tx) => issueLoopLinksIn(tx, scope, id, count, today));
  return issued.map(({ token }) => token);
}

/**
 * The same within a transaction, for links that go out by mail (`feedback-heard-mail.server.ts`), each with its id.
 * @throws as `issueLoopLinks`
 */
export async function issueLoopLinksIn(
  tx: Transaction,
  scope: Scope,
  id: string,
  count: number,
  today: string,
): Promise<{ linkId: string; token: string }[]> {
  requireAbility(scope, "workspace.edit");
  if (!Number.isInteger(count) || count < 1 || count > mostLinks)
    throw Refusal.invalid({ count: [`Make between 1 and ${mostLinks} links at a time.`] });
  const loop = await lockLoop(tx, scope.organisationId, id);
  await requireNotThroughDoor(tx, loop);
  if (loop.answers.length === 0)
    throw Refusal.conflict(
      "There is no answer to ask about yet. Answer first, then ask the people who spoke.",
    );
  const inUse = await usableLinks(tx, scope.organisationId, id);
  if (inUse + count > loop.people)
    throw Refusal.invalid({
      count: [
        `${loop.people} people said this, and ${inUse} links are in use. Make ${Math.max(0, loop.people - inUse)} at most, or switch off the links that nobody used.`,
      ],
    });
  // Asking again after it was over: what counted then goes on counting.
  if (loop.askingIsOver) await moveTally(tx, loop, "all");
  const expiresAt = new Date(Date.now() + linkDays * 24 * 60 * 60 * 1000);
  const issued: { linkId: string; token: string }[] = [];
  for (let made = 0; made < count; made += 1) {
    const link = { organisationId: scope.organisationId, purpose: "answer-loop" as const, subjectId: id };
    issued.push(await issueLink(tx, { ...link, expiresAt }));
  }
  await set(tx, loop, {});
  await recordLoop(tx, scope, id, "links-made", today, { count: String(count) });
  return issued;
}

/** Links that can still be used or were used: a switched-off link that somebody answered with counts as well. */
async function usableLinks(tx: Transaction, organisationId: string, loopId: string): Promise<number> {
  const [row] = await tx
    .select({
      count: sql<number>`count(*) filter (where used_at is not null or (revoked_at is null and expires_at > now()))::int`,
    })
    .from(privateLinks)
    .where(ofLoop(organisationId, loopId));
  return row!.count;
}

function ofLoop(organisationId: string, loopId: string) {
  return and(
    eq(privateLinks.organisationId, organisationId),
    eq(privateLinks.purpose, "answer-loop"),
    eq(privateLinks.subjectId, loopId),
  );
}

/** Switches off every link of a loop that nobody has used, such as a batch of letters that went astray. Returns how many. */
export async function revokeUnusedLinks(scope: Scope, id: string, today: string): Promise<number> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const loop = await lockLoop(tx, scope.organisationId, id);
    const revoked = await tx
      .update(privateLinks)
      .set({ revokedAt: sql`now()` })
      .where(
        and(ofLoop(scope.organisationId, id), isNull(privateLinks.usedAt), isNull(privateLinks.revokedAt)),
      )
      .returning({ id: privateLinks.id });
    await set(tx, loop, {});
    if (revoked.length > 0)
      await recordLoop(tx, scope, id, "links-revoked", today, { count: String(revoked.length) });
    return revoked.length;
  });
}

/**
 * Whoever asked through the open door has come back and reads the answer that stands: that is how they are told of it, and
 * nobody else can be. The loop must be locked. Returns it as it stands then.
 */
export async function noteRead(tx: Transaction, loop: Loop, today: string): Promise<Loop> {
  const answer = loop.answers.at(-1);
  if (!answer || loop.reports.length > 0) return loop;
  const { organisationId, id } = loop;
  await tx.insert(loopReports).values({
    organisationId,
    loopId: id,
    answerId: answer.id,
    toldOn: today,
    channels: ["case-page"],
    told: 1,
    of: loop.people,
  });
  await set(tx, loop, {});
  await recordLoop(tx, { organisationId, userId: null }, id, "read", today);
  return lockLoop(tx, organisationId, id);
}

/** What a participant reads: what was said, what came of it, and what they answered themselves. */
export type Heard = {
  organisation: string;
  words: string;
  saidOn: string;
  source: string;
  takenBack: boolean;
  answer: { content: Answer; on: string; revised: boolean } | null;
  mine: Pick<
    typeof loopVoices.$inferSelect,
    "reflects" | "changed" | "comment" | "commentUse" | "channel"
  > | null;
  /** The answer was revised after they spoke of it. */
  stale: boolean;
};

export function readHeard(link: OpenLink): Promise<Heard> {
  return inOrganisation(link.organisationId, null, async (tx) => {
    const [loop] = await loadLoops(tx, link.organisationId, [link.subjectId]);
    if (!loop) throw Refusal.notFound("page");
    const [organisation] = await tx
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, link.organisationId));
    const current = loop.answers.at(-1);
    const mine = loop.voices.find(({ linkId }) => linkId === link.linkId);
    return {
      organisation: organisation!.name,
      words: loop.takenBackOn ? "" : loop.words,
      saidOn: loop.saidOn,
      source: loop.source.title,
      takenBack: loop.takenBackOn !== null,
      answer: current
        ? { content: current.content, on: current.answeredOn, revised: loop.answers.length > 1 }
        : null,
      mine: mine
        ? {
            reflects: mine.reflects,
            changed: mine.changed,
            comment: mine.comment,
            commentUse: mine.commentUse,
            channel: mine.channel,
          }
        : null,
      stale: mine !== undefined && mine.answerId !== current?.id,
    };
  });
}

/** Answers, or changes one's own answer: a link is one voice however often it is used. @throws Refusal (400), (409) */
export async function hear(link: OpenLink, input: HeardInput, { confirmed }: Confirmed = {}): Promise<void> {
  const voice = checked(HeardInput, input);
  requireLookedAt(voice, confirmed);
  await inOrganisation(link.organisationId, null, async (tx) => {
    const loop = await lockLoop(tx, link.organisationId, link.subjectId);
    const answer = loop.answers.at(-1);
    if (!answer) throw Refusal.conflict("There is no answer to speak about yet.");
    const values = { ...voice, channel: voice.channel ?? null, answerId: answer.id };
    const before = loop.voices.find(({ linkId }) => linkId === link.linkId);
    const kept = await changeComment(tx, loop, before, values);
    await tx
      .insert(loopVoices)
      .values({
        ...values,
        ...kept,
        organisationId: link.organisationId,
        loopId: loop.id,
        linkId: link.linkId,
      })
      .onConflictDoUpdate({ target: loopVoices.linkId, set: { ...values, ...kept } });
    await markUsed(tx, link.linkId);
    await moveTally(tx, loop, "if three are new");
  });
}

/** Lets the tally of a loop out as it stands: once three or more are new, or because asking was over. */
async function moveTally(
  tx: Transaction,
  { organisationId, id }: Pick<Loop, "organisationId" | "id">,
  when: "if three are new" | "all",
): Promise<void> {
  const own = and(eq(loopVoices.organisationId, organisationId), eq(loopVoices.loopId, id));
  const voices = (await tx.select().from(loopVoices).where(own)).map(steppedVoice);
  if (when !== "all" && !movesNow(voices)) return;
  for (const { linkId, now } of voices)
    await tx.update(loopVoices).set({ released: now }).where(eq(loopVoices.linkId, linkId));
}

/**
 * A participant takes their words back. What was published goes, with an entry that says so; the organisation is told. Where
 * one person said it the words are destroyed here as well; where several did, the organisation has to write down the rest anew
 * before anything of it is shown again. That something was said, and what came of it, stays counted.
 */
export async function takeBack(link: OpenLink, today: string): Promise<void> {
  const { organisationId } = link;
  await inOrganisation(organisationId, null, async (tx) => {
    const loop = await lockLoop(tx, organisationId, link.subjectId);
    await markUsed(tx, link.linkId);
    await forgetComment(tx, loop, link.linkId);
    await takeLoopBack(tx, loop, today);
  });
}

/** The same for whoever may speak for the words by other means: a case’s code and passphrase. The loop must be locked. */
export async function takeLoopBack(tx: Transaction, loop: Loop, today: string): Promise<void> {
  const { organisationId } = loop;
  if (loop.takenBackOn) return;
  const subject = subjectAt(loop.id, await stepOf(tx, organisationId, loop.id));
  const published = await tx
    .select({ index: recordEntries.index })
    .from(recordEntries)
    .innerJoin(
      recordBodies,
      and(
        eq(recordBodies.organisationId, recordEntries.organisationId),
        eq(recordBodies.index, recordEntries.index),
      ),
    )
    .where(
      and(
        eq(recordEntries.organisationId, organisationId),
        eq(recordEntries.subject, subject),
        eq(recordEntries.kind, "loop"),
      ),
    )
    .orderBy(desc(recordEntries.index));
  for (const { index } of published)
    await withdrawWithin(tx, { organisationId }, index, "consent-taken-back", "participant");
  const gone = loop.people === 1 ? { words: "", summary: "", askedFor: "", byWhom: "" } : {};
  await set(tx, loop, { takenBackOn: today, ...gone });
  await recordLoop(tx, { organisationId, userId: null }, loop.id, "taken-back", today);
}

/** The comment of one participant goes as well, from here and from the record. */
async function forgetComment(tx: Transaction, loop: Loop, linkId: string): Promise<void> {
  const mine = loop.voices.find((voice) => voice.linkId === linkId);
  if (!mine) return;
  const silent = { comment: "", commentUse: mine.commentUse };
  const kept = await changeComment(tx, loop, mine, silent);
  await tx
    .update(loopVoices)
    .set({ comment: "", ...kept })
    .where(eq(loopVoices.linkId, linkId));
}
