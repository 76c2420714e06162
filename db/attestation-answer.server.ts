import { and, eq, inArray, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import { movesNow } from "#app/domain/feedback/steps.ts";
import { AttestInput } from "#app/domain/feedback/voice.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { answersIn, steppedAnswer } from "./attestation.server.ts";
import { inOrganisation, type Transaction } from "./client.server.ts";
import { changeComment, requireLookedAt } from "./feedback-comments.server.ts";
import type { Confirmed } from "./feedback-loop.server.ts";
import { earlierLinks } from "./invitation-links.server.ts";
import { markUsed, type OpenLink } from "./private-link.server.ts";
import { organisations } from "./schema/accounts.ts";
import { commitments } from "./schema/commitment.ts";
import { attestationAnswers, attestationRounds } from "./schema/feedback.ts";

/** What somebody invited reads. */
export function readRound(link: OpenLink) {
  return inOrganisation(link.organisationId, null, async (tx) => {
    const [row] = await tx
      .select({
        round: attestationRounds,
        over: sql<boolean>`${attestationRounds.closesOn} < (now() at time zone 'Europe/London')::date`,
        title: commitments.title,
        what: commitments.what,
        status: commitments.status,
        organisation: organisations.name,
      })
      .from(attestationRounds)
      .innerJoin(commitments, eq(commitments.id, attestationRounds.commitmentId))
      .innerJoin(organisations, eq(organisations.id, attestationRounds.organisationId))
      .where(
        and(
          eq(attestationRounds.organisationId, link.organisationId),
          eq(attestationRounds.id, link.subjectId),
        ),
      );
    if (!row) throw Refusal.notFound("page");
    const [mine] = await tx
      .select({
        verdict: attestationAnswers.verdict,
        comment: attestationAnswers.comment,
        commentUse: attestationAnswers.commentUse,
      })
      .from(attestationAnswers)
      .where(eq(attestationAnswers.linkId, link.linkId));
    const { round, ...promise } = row;
    return {
      ...promise,
      closesOn: round.closesOn,
      invited: round.invited,
      mine: mine ?? null,
      /** Another link of the same invitation went before: an answer given with it is shown to nobody, and stays. */
      again: link.meta.again === true,
    };
  });
}

/**
 * Answers, or changes one's own answer until the round closes. One invitation, one voice: what was answered with a link before
 * stays beside this, and how the two count together is `countedVoices`.
 * @throws Refusal (400) also to point out contact details until `confirmed`, (409) once the round has closed
 */
export async function attest(
  link: OpenLink,
  input: AttestInput,
  { confirmed }: Confirmed = {},
): Promise<void> {
  const values = checked(AttestInput, input);
  requireLookedAt(values, confirmed);
  const { organisationId, linkId, subjectId: roundId } = link;
  await inOrganisation(organisationId, null, async (tx) => {
    await takeTurns(tx, roundId);
    const { over, closesOn } = await roundOf(tx, link);
    if (over) throw Refusal.conflict(`The time to answer ended on ${writtenDay(closesOn)}.`);
    const [before] = await answersWith(tx, [linkId]);
    const kept = await changeComment(tx, { organisationId, id: roundId }, before, values);
    const now = { ...values, ...kept, linkId };
    if (before) await tx.update(attestationAnswers).set(now).where(eq(attestationAnswers.id, before.id));
    else await tx.insert(attestationAnswers).values({ ...now, organisationId, roundId });
    await markUsed(tx, linkId);
    await moveTally(tx, organisationId, roundId);
  });
}

/** Somebody takes their comment back, also after it was published and after the round has closed. Their answer stays counted. */
export async function takeCommentBack(link: OpenLink): Promise<void> {
  const { organisationId, subjectId: roundId } = link;
  await inOrganisation(organisationId, null, async (tx) => {
    await takeTurns(tx, roundId);
    for (const mine of await answersWith(tx, [link.linkId, ...(await earlierLinks(tx, link))])) {
      if (mine.comment === "") continue;
      const silent = { comment: "", commentUse: mine.commentUse };
      const kept = await changeComment(tx, { organisationId, id: roundId }, mine, silent);
      await tx
        .update(attestationAnswers)
        .set({ comment: "", ...kept })
        .where(eq(attestationAnswers.id, mine.id));
    }
  });
}

// Rounds cannot be changed, so their rows cannot be locked either.
async function takeTurns(tx: Transaction, roundId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`round ${roundId}`}, 0))`);
}

async function roundOf(tx: Transaction, { organisationId, subjectId }: OpenLink) {
  const [row] = await tx
    .select({
      closesOn: attestationRounds.closesOn,
      over: sql<boolean>`${attestationRounds.closesOn} < (now() at time zone 'Europe/London')::date`,
    })
    .from(attestationRounds)
    .where(and(eq(attestationRounds.organisationId, organisationId), eq(attestationRounds.id, subjectId)));
  if (!row) throw Refusal.notFound("page");
  return row;
}

function answersWith(tx: Transaction, links: string[]) {
  return tx.select().from(attestationAnswers).where(inArray(attestationAnswers.linkId, links));
}

/** Lets the tally out as it stands once three or more answers are new. */
async function moveTally(tx: Transaction, organisationId: string, roundId: string): Promise<void> {
  const answers = (await answersIn(tx, organisationId, roundId)).map(steppedAnswer);
  if (!movesNow(answers)) return;
  for (const { linkId, now } of answers)
    await tx.update(attestationAnswers).set({ released: now }).where(eq(attestationAnswers.linkId, linkId));
}
