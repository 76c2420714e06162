import { and, desc, eq } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import type { Answer } from "#app/domain/feedback/answer.ts";
import { movesNow } from "#app/domain/feedback/steps.ts";
import { HeardInput } from "#app/domain/feedback/voice.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inOrganisation, type Transaction } from "./client.server.ts";
import { changeComment, requireLookedAt } from "./feedback-comments.server.ts";
import { loadLoops, steppedVoice, voicesIn, type Loop } from "./feedback-load.server.ts";
import { lockLoop, recordLoop, set, type Confirmed } from "./feedback-loop.server.ts";
import { stepOf, subjectAt } from "./feedback-step.server.ts";
import { earlierLinks } from "./invitation-links.server.ts";
import { markUsed, type OpenLink } from "./private-link.server.ts";
import { withdrawWithin } from "./record-withdraw.server.ts";
import { rememberTakenBack } from "./taken-back.server.ts";
import { organisations } from "./schema/accounts.ts";
import { loopReports, loopVoices } from "./schema/feedback.ts";
import { recordBodies, recordEntries } from "./schema/record.ts";

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
  /** Another link went before: an answer given with it is shown to nobody, and stays. */
  again: boolean;
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
      again: link.meta.again === true,
    };
  });
}

/**
 * Answers, or changes one's own answer: a number is one voice, however often its link is used or made anew. What was answered with a
 * link before stays beside this: how the two count together is `countedVoices`. @throws Refusal (400), (409)
 */
export async function hear(link: OpenLink, input: HeardInput, { confirmed }: Confirmed = {}): Promise<void> {
  const voice = checked(HeardInput, input);
  requireLookedAt(voice, confirmed);
  await inOrganisation(link.organisationId, null, async (tx) => {
    const loop = await lockLoop(tx, link.organisationId, link.subjectId);
    const answer = loop.answers.at(-1);
    if (!answer) throw Refusal.conflict("There is no answer to speak about yet.");
    const values = { ...voice, channel: voice.channel ?? null, answerId: answer.id };
    const before = loop.voices.find(({ linkId }) => linkId === link.linkId);
    const now = { ...values, ...(await changeComment(tx, loop, before, values)), linkId: link.linkId };
    if (before) await tx.update(loopVoices).set(now).where(eq(loopVoices.id, before.id));
    else await tx.insert(loopVoices).values({ ...now, organisationId: link.organisationId, loopId: loop.id });
    await markUsed(tx, link.linkId);
    await moveTally(tx, loop, "if three are new");
  });
}

/** What this person answered, with this link and with those before it that were lost. */
async function voicesOf(tx: Transaction, loop: Loop, link: OpenLink) {
  const links = new Set([link.linkId, ...(await earlierLinks(tx, link))]);
  return loop.voices.filter(({ linkId }) => links.has(linkId));
}

/** Lets the tally of a loop out as it stands: once three or more are new, or because asking was over. */
export async function moveTally(
  tx: Transaction,
  { organisationId, id }: Pick<Loop, "organisationId" | "id">,
  when: "if three are new" | "all",
): Promise<void> {
  const voices = (await voicesIn(tx, organisationId, [id])).map(steppedVoice);
  if (when !== "all" && !movesNow(voices)) return;
  for (const { linkId, now } of voices)
    await tx.update(loopVoices).set({ released: now }).where(eq(loopVoices.linkId, linkId));
}

/**
 * A participant takes their words back. What was published goes, with an entry that says so; the organisation is told. Where
 * one person said it the words are destroyed here as well; where several did, the organisation has to write down the rest anew
 * before anything of it is shown again. That something was said, and what came of it, stays counted. No file brings the words back.
 * @param secret of the installation: of the words a mark stays, which nobody can read
 */
export async function takeBack(link: OpenLink, today: string, secret: string): Promise<void> {
  const { organisationId } = link;
  await inOrganisation(organisationId, null, async (tx) => {
    const loop = await lockLoop(tx, organisationId, link.subjectId);
    await markUsed(tx, link.linkId);
    for (const mine of await voicesOf(tx, loop, link)) await forgetComment(tx, loop, mine);
    await takeLoopBack(tx, loop, today, secret);
  });
}

/** The same for whoever may speak for the words by other means: a case’s code and passphrase. The loop must be locked. */
export async function takeLoopBack(
  tx: Transaction,
  loop: Loop,
  today: string,
  secret: string,
): Promise<void> {
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
  await rememberTakenBack(tx, { organisationId, secret }, [loop.words, loop.summary], today);
  const gone = loop.people === 1 ? { words: "", summary: "", askedFor: "", byWhom: "" } : {};
  await set(tx, loop, { takenBackOn: today, ...gone });
  await recordLoop(tx, { organisationId, userId: null }, loop.id, "taken-back", today);
}

/** The comment of one participant goes as well, from here and from the record. */
async function forgetComment(tx: Transaction, loop: Loop, mine: Loop["voices"][number]) {
  const silent = { comment: "", commentUse: mine.commentUse };
  const kept = await changeComment(tx, loop, mine, silent);
  await tx
    .update(loopVoices)
    .set({ comment: "", ...kept })
    .where(eq(loopVoices.id, mine.id));
}
