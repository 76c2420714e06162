import { and, asc, desc, eq, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { addDays } from "#app/domain/dates/days.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import {
  AttestationInput,
  nextRoundFrom,
  reachCaveat,
  tallyVerdicts,
  type Tally,
} from "#app/domain/feedback/attestation.ts";
import { switchedOff } from "#app/domain/feedback/invitations.ts";
import { countedVoices, movesNow } from "#app/domain/feedback/steps.ts";
import { AttestInput, mayRead, type AttestedVoice } from "#app/domain/feedback/voice.ts";
import { groupBy } from "#app/domain/journey/content.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import {
  answeredWithEarlierLink,
  inviteByLetter,
  inviteByMail,
  linksOfRounds,
  type Mailing,
} from "./attestation-links.server.ts";
import { inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { lockCommitment } from "./commitment.server.ts";
import { changeComment, requireLookedAt } from "./feedback-comments.server.ts";
import type { Confirmed } from "./feedback.server.ts";
import { markUsed, type OpenLink } from "./private-link.server.ts";
import { organisations } from "./schema/accounts.ts";
import { commitments } from "./schema/commitment.ts";
import { attestationAnswers, attestationRounds } from "./schema/feedback.ts";

/**
 * Invites people affected by a promise to say whether it was kept: one private link each, by mail where an address is given and
 * on paper for everybody else. How many, and how they were chosen, can never be changed. The same promise may be put to people
 * again after 6 months.
 * @returns the tokens of the letters, this once
 * @throws Refusal (403), (404), (400) also when there are more addresses than people invited, (409) when the last round is less
 *   than 6 months old
 */
export async function openRound(
  scope: Scope,
  commitmentId: string,
  input: AttestationInput,
  today: string,
  mailing?: Mailing,
): Promise<{ roundId: string; tokens: string[] }> {
  requireAbility(scope, "workspace.edit");
  const { invited, affected, howChosen, days } = checked(AttestationInput, input);
  const addresses = mailing?.addresses ?? [];
  if (addresses.length > invited)
    throw Refusal.invalid({
      addresses: [
        `You invite ${invited} people and give ${addresses.length} addresses. Correct one of the two.`,
      ],
    });
  if (affected !== undefined && affected < invited)
    throw Refusal.invalid({
      affected: [`You invite ${invited} people. No fewer can be affected.`],
    });
  const { organisationId } = scope;
  return inScope(scope, async (tx) => {
    await lockCommitment(tx, scope, commitmentId);
    const [last] = await tx
      .select({ openedOn: attestationRounds.openedOn })
      .from(attestationRounds)
      .where(ofCommitment(organisationId, commitmentId))
      .orderBy(desc(attestationRounds.openedOn))
      .limit(1);
    if (last && nextRoundFrom(last.openedOn) > today)
      throw Refusal.conflict(
        `People were asked on ${writtenDay(last.openedOn)}. You may ask again from ${writtenDay(nextRoundFrom(last.openedOn))}.`,
      );
    const [round] = await tx
      .insert(attestationRounds)
      .values({
        organisationId,
        commitmentId,
        openedOn: today,
        closesOn: addDays(today, days),
        invited,
        affected: affected ?? null,
        howChosen,
      })
      .returning();
    for (const [position, address] of addresses.entries())
      await inviteByMail(tx, scope, round!, position + 1, { address, origin: mailing!.origin });
    const tokens: string[] = [];
    for (let number = addresses.length + 1; number <= invited; number += 1)
      tokens.push(await inviteByLetter(tx, round!, number));
    return { roundId: round!.id, tokens };
  });
}

function ofCommitment(organisationId: string, commitmentId: string) {
  return and(
    eq(attestationRounds.organisationId, organisationId),
    eq(attestationRounds.commitmentId, commitmentId),
  );
}

type AnswerRow = typeof attestationAnswers.$inferSelect;

/** A stored answer as it stands and as it counts. */
function steppedAnswer({ linkId, commentId, verdict, comment, commentUse, released }: AnswerRow) {
  const now: AttestedVoice = { verdict, comment, commentUse };
  return { linkId, commentId, now, released };
}

export type Round = typeof attestationRounds.$inferSelect & {
  /** The time to answer has ended, so that every answer counts. */
  over: boolean;
  /** The answers that count: tallies move in steps. */
  counted: { commentId: string; counted: AttestedVoice }[];
  /** Null below 3 answers, when even the organisation sees nothing. */
  tally: Tally | null;
  /** Invitations switched off and not sent again. */
  switchedOff: number;
  caveat: string | undefined;
};

/** What a page of the workspace may know: counts, and the comments whose writers let this reader see them. */
export type RoundPage = Omit<Round, "counted"> & { comments: string[] };

/** Rounds of one commitment or of all, newest first; a handful of queries however many there are. */
export async function loadRounds(
  tx: Transaction,
  organisationId: string,
  commitmentId?: string,
): Promise<Round[]> {
  const rounds = await tx
    .select({
      round: attestationRounds,
      over: sql<boolean>`${attestationRounds.closesOn} < (now() at time zone 'Europe/London')::date`,
    })
    .from(attestationRounds)
    .where(
      and(
        eq(attestationRounds.organisationId, organisationId),
        commitmentId ? eq(attestationRounds.commitmentId, commitmentId) : undefined,
      ),
    )
    .orderBy(desc(attestationRounds.openedOn), desc(attestationRounds.id));
  const answers = groupBy(
    await tx.select().from(attestationAnswers).where(eq(attestationAnswers.organisationId, organisationId)),
    ({ roundId }) => roundId,
  );
  const links = await linksOfRounds(tx, organisationId);
  return rounds.map(({ round, over }) => {
    const counted = countedVoices((answers.get(round.id) ?? []).map(steppedAnswer), over);
    const tally = tallyVerdicts(counted.map((one) => one.counted.verdict));
    const off = switchedOff(links.get(round.id) ?? []);
    const caveat = reachCaveat({ ...round, switchedOff: off }, tally?.answered ?? 0);
    return { ...round, over, counted, tally, switchedOff: off, caveat };
  });
}

/** Newest first. */
export function listRounds(scope: Scope, commitmentId: string): Promise<RoundPage[]> {
  const reader = scope.role === "reviewer" ? "board" : "organisation";
  return inScope(scope, async (tx) =>
    (await loadRounds(tx, scope.organisationId, commitmentId)).map(({ counted, ...round }) => ({
      ...round,
      // Sorted, so that their order does not tell who wrote which.
      comments: round.tally
        ? counted
            .map((one) => one.counted)
            .filter(({ comment, commentUse }) => comment !== "" && mayRead(commentUse, reader))
            .map(({ comment }) => comment)
            .sort()
        : [],
    })),
  );
}

/** Every commitment with the day on which people were last asked about it: what is claimed done first. */
export function listRoundsByCommitment(scope: Scope) {
  return inScope(scope, (tx) =>
    tx
      .select({
        id: commitments.id,
        title: commitments.title,
        status: commitments.status,
        lastAskedOn: sql<string | null>`max(${attestationRounds.openedOn})::text`,
      })
      .from(commitments)
      .leftJoin(attestationRounds, eq(attestationRounds.commitmentId, commitments.id))
      .where(eq(commitments.organisationId, scope.organisationId))
      .groupBy(commitments.id)
      .orderBy(sql`${commitments.status} <> 'done'`, asc(commitments.title)),
  );
}

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
      /** With an earlier link of the same invitation: that answer counts, and only that link could show it. */
      answeredBefore: !mine && (await answeredWithEarlierLink(tx, link)),
    };
  });
}

/**
 * Answers, or changes one's own answer until the round closes. One invitation, one voice.
 * @throws Refusal (400) also to point out contact details until `confirmed`, (409) once the round has closed or when an earlier
 *   link of the same invitation was answered with
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
    if (await answeredWithEarlierLink(tx, link))
      throw Refusal.conflict("This invitation has been answered already. That answer counts.");
    const kept = await changeComment(tx, { organisationId, id: roundId }, await answerOf(tx, linkId), values);
    await tx
      .insert(attestationAnswers)
      .values({ ...values, ...kept, organisationId, roundId, linkId })
      .onConflictDoUpdate({ target: attestationAnswers.linkId, set: { ...values, ...kept } });
    await markUsed(tx, linkId);
    await moveTally(tx, organisationId, roundId);
  });
}

/** Somebody takes their comment back, also after it was published and after the round has closed. Their answer stays counted. */
export async function takeCommentBack(link: OpenLink): Promise<void> {
  const { organisationId, linkId, subjectId: roundId } = link;
  await inOrganisation(organisationId, null, async (tx) => {
    await takeTurns(tx, roundId);
    const mine = await answerOf(tx, linkId);
    if (!mine || mine.comment === "") return;
    const silent = { comment: "", commentUse: mine.commentUse };
    const kept = await changeComment(tx, { organisationId, id: roundId }, mine, silent);
    await tx
      .update(attestationAnswers)
      .set({ comment: "", ...kept })
      .where(eq(attestationAnswers.linkId, linkId));
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

async function answerOf(tx: Transaction, linkId: string): Promise<AnswerRow | undefined> {
  const [row] = await tx.select().from(attestationAnswers).where(eq(attestationAnswers.linkId, linkId));
  return row;
}

/** Lets the tally out as it stands once three or more answers are new. */
async function moveTally(tx: Transaction, organisationId: string, roundId: string): Promise<void> {
  const rows = await tx
    .select()
    .from(attestationAnswers)
    .where(
      and(eq(attestationAnswers.organisationId, organisationId), eq(attestationAnswers.roundId, roundId)),
    );
  const answers = rows.map(steppedAnswer);
  if (!movesNow(answers)) return;
  for (const { linkId, now } of answers)
    await tx.update(attestationAnswers).set({ released: now }).where(eq(attestationAnswers.linkId, linkId));
}
