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
import { sentAgain, switchedOff } from "#app/domain/feedback/invitations.ts";
import {
  countedVoices,
  overNewLinks,
  type LinkVoice,
  type OneVoice,
  type OverNewLinks,
} from "#app/domain/feedback/steps.ts";
import {
  isKinderAttested,
  lessKindAttested,
  mayRead,
  type AttestedVoice,
} from "#app/domain/feedback/voice.ts";
import { groupBy } from "#app/domain/journey/content.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inviteByLetter, inviteByMail, type Mailing } from "./attestation-links.server.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { byLink, invitationLinks } from "./invitation-links.server.ts";
import { lockCommitment } from "./commitment.server.ts";
import { commitments } from "./schema/commitment.ts";
import { attestationAnswers, attestationRounds } from "./schema/feedback.ts";
import { privateLinks } from "./schema/mail.ts";

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

type AnswerRow = typeof attestationAnswers.$inferSelect & Pick<LinkVoice<AttestedVoice>, "person" | "again">;

/** What was answered with every link, oldest link first. */
export async function answersIn(
  tx: Transaction,
  organisationId: string,
  roundId?: string,
): Promise<AnswerRow[]> {
  const rows = await tx
    .select({ answer: attestationAnswers, ...byLink })
    .from(attestationAnswers)
    .innerJoin(privateLinks, eq(privateLinks.id, attestationAnswers.linkId))
    .where(
      and(
        eq(attestationAnswers.organisationId, organisationId),
        roundId === undefined ? undefined : eq(attestationAnswers.roundId, roundId),
      ),
    )
    .orderBy(asc(privateLinks.createdAt), asc(attestationAnswers.id));
  return rows.map(({ answer, ...link }) => ({ ...answer, ...link }));
}

/** A stored answer as it stands and as it counts. */
export function steppedAnswer(row: AnswerRow): LinkVoice<AttestedVoice> & { linkId: string } {
  const { linkId, commentId, person, again, verdict, comment, commentUse, released } = row;
  return { linkId, commentId, person, again, now: { verdict, comment, commentUse }, released };
}

export type Round = typeof attestationRounds.$inferSelect & {
  /** The time to answer has ended, so that every answer counts. */
  over: boolean;
  /** The answers that count, one for each person: tallies move in steps. */
  counted: OneVoice<AttestedVoice>[];
  /** Null below 3 answers, when even the organisation sees nothing. */
  tally: Tally | null;
  /** Invitations switched off and not sent again. */
  switchedOff: number;
  /** Invitations whose link was made anew. */
  sentAgain: number;
  overNewLinks: OverNewLinks;
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
  const answers = groupBy(await answersIn(tx, organisationId), ({ roundId }) => roundId);
  const links = await invitationLinks(tx, { organisationId, purpose: "attest" });
  return rounds.map(({ round, over }) => {
    const counted = countedVoices(
      (answers.get(round.id) ?? []).map(steppedAnswer),
      over,
      lessKindAttested,
      isKinderAttested,
    );
    const tally = tallyVerdicts(counted.map((one) => one.counted.verdict));
    const own = links.get(round.id) ?? [];
    const made = { switchedOff: switchedOff(own), sentAgain: sentAgain(own) };
    const newer = overNewLinks(counted);
    const caveat = reachCaveat({ ...round, ...made, ...newer }, tally?.answered ?? 0);
    return { ...round, ...made, overNewLinks: newer, over, counted, tally, caveat };
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
            .flatMap((one) => one.comments)
            .filter(({ commentUse }) => mayRead(commentUse, reader))
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
