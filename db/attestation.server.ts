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
import { AttestInput, mayRead } from "#app/domain/feedback/voice.ts";
import { groupBy } from "#app/domain/journey/content.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inOrganisation, inScope } from "./client.server.ts";
import { lockCommitment } from "./commitment.server.ts";
import { issueLink, markUsed, type OpenLink } from "./private-link.server.ts";
import { organisations } from "./schema/accounts.ts";
import { commitments } from "./schema/commitment.ts";
import { attestationAnswers, attestationRounds } from "./schema/feedback.ts";

/**
 * Invites people affected by a promise to say whether it was kept: as many private links as people invited, returned this
 * once. How many, and how they were chosen, can never be changed. The same promise may be put to people again after 6 months.
 * @throws Refusal (403), (404), (400), (409) when the last round is less than 6 months old
 */
export async function openRound(
  scope: Scope,
  commitmentId: string,
  input: AttestationInput,
  today: string,
): Promise<{ roundId: string; tokens: string[] }> {
  requireAbility(scope, "workspace.edit");
  const { invited, affected, howChosen, days } = checked(AttestationInput, input);
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
    const closesOn = addDays(today, days);
    const [round] = await tx
      .insert(attestationRounds)
      .values({
        organisationId,
        commitmentId,
        openedOn: today,
        closesOn,
        invited,
        affected: affected ?? null,
        howChosen,
      })
      .returning({ id: attestationRounds.id });
    const tokens: string[] = [];
    const expiresAt = new Date(`${addDays(closesOn, 1)}T00:00:00Z`);
    for (let made = 0; made < invited; made += 1) {
      const link = { organisationId, purpose: "attest" as const, subjectId: round!.id, expiresAt };
      tokens.push((await issueLink(tx, link)).token);
    }
    return { roundId: round!.id, tokens };
  });
}

function ofCommitment(organisationId: string, commitmentId: string) {
  return and(
    eq(attestationRounds.organisationId, organisationId),
    eq(attestationRounds.commitmentId, commitmentId),
  );
}

export type Round = typeof attestationRounds.$inferSelect & {
  /** Null below 3 answers, when even the organisation sees nothing. */
  tally: Tally | null;
  caveat: string | undefined;
  comments: string[];
};

/** Newest first. */
export function listRounds(scope: Scope, commitmentId: string): Promise<Round[]> {
  return inScope(scope, async (tx) => {
    const rounds = await tx
      .select()
      .from(attestationRounds)
      .where(ofCommitment(scope.organisationId, commitmentId))
      .orderBy(desc(attestationRounds.openedOn), desc(attestationRounds.id));
    const answers = await tx
      .select({ answer: attestationAnswers })
      .from(attestationAnswers)
      .innerJoin(attestationRounds, eq(attestationRounds.id, attestationAnswers.roundId))
      .where(ofCommitment(scope.organisationId, commitmentId));
    const byRound = groupBy(
      answers.map(({ answer }) => answer),
      ({ roundId }) => roundId,
    );
    const reader = scope.role === "reviewer" ? "board" : "organisation";
    return rounds.map((round) => {
      const given = byRound.get(round.id) ?? [];
      const tally = tallyVerdicts(given.map(({ verdict }) => verdict));
      const readable = given.filter((one) => one.comment !== "" && mayRead(one.commentUse, reader));
      return {
        ...round,
        tally,
        caveat: reachCaveat(round, tally?.answered ?? 0),
        comments: tally ? readable.map(({ comment }) => comment).sort() : [],
      };
    });
  });
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
    return { ...promise, closesOn: round.closesOn, invited: round.invited, mine: mine ?? null };
  });
}

/** Answers, or changes one's own answer until the round closes. One link, one voice. @throws Refusal (400) */
export async function attest(link: OpenLink, input: AttestInput): Promise<void> {
  const values = checked(AttestInput, input);
  const { organisationId, linkId, subjectId: roundId } = link;
  await inOrganisation(organisationId, null, async (tx) => {
    await tx
      .insert(attestationAnswers)
      .values({ ...values, organisationId, roundId, linkId })
      .onConflictDoUpdate({ target: attestationAnswers.linkId, set: values });
    await markUsed(tx, linkId);
  });
}
