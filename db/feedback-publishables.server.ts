import { asc, desc, eq, sql } from "drizzle-orm";
import { bankHolidays } from "#app/domain/feedback/bank-holidays.ts";
import { loopContent } from "#app/domain/feedback/loop-content.ts";
import { fewestAnswers } from "#app/domain/feedback/loop.ts";
import { tallyVerdicts } from "#app/domain/feedback/attestation.ts";
import {
  feedbackSubject,
  type ClockPromiseContent,
  type OpenDoorContent,
} from "#app/domain/feedback/public.ts";
import type { RefusalGround } from "#app/domain/feedback/open-door.ts";
import type { AttestationContent } from "#app/domain/journey/attestation.ts";
import { groupBy } from "#app/domain/journey/content.ts";
import { addWorkingDays } from "#app/domain/dates/working-days.ts";
import { londonDay } from "#app/domain/dates/days.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import type { Transaction } from "./client.server.ts";
import { clockPromiseOf } from "./feedback-clock.server.ts";
import { loadLoops, type Loop } from "./feedback-read.server.ts";
import { stepsOf, subjectAt } from "./feedback-step.server.ts";
import { commitments } from "./schema/commitment.ts";
import {
  attestationAnswers,
  attestationRounds,
  challengeCheckIns,
  challenges,
  protectedChallenges,
} from "./schema/feedback.ts";

/**
 * Everything of this room that is meant for the public. Every loop is listed from the day it is received and every round from
 * the day it is opened, so that what is unanswered or unwelcome cannot be left out of a publication.
 */
export async function listFeedbackPublishables(tx: Transaction, scope: Scope): Promise<Publishable[]> {
  const { organisationId } = scope;
  return [
    ...(await clockPromise(tx, organisationId)),
    ...(await loopsNow(tx, organisationId)),
    ...(await roundsNow(tx, organisationId)),
    ...(await openDoor(tx, organisationId)),
  ];
}

async function clockPromise(tx: Transaction, organisationId: string): Promise<Publishable[]> {
  const { version, changedOn, changeReason, acknowledgeWithin, answerWithin, jurisdiction } =
    await clockPromiseOf(tx, organisationId);
  if (version === 0 || !changedOn) return [];
  const content: ClockPromiseContent = { acknowledgeWithin, answerWithin, jurisdiction };
  return [
    {
      kind: "clock-promise",
      subject: feedbackSubject.clock,
      effectiveOn: changedOn,
      content,
      label: "How soon we answer",
      ...(changeReason ? { reason: changeReason } : {}),
    },
  ];
}

async function loopsNow(tx: Transaction, organisationId: string): Promise<Publishable[]> {
  const steps = await stepsOf(tx, organisationId);
  const all = await loadLoops(tx, organisationId, "all");
  return all.map((loop) => {
    const step = steps.get(loop.id) ?? 0;
    const why = loop.answers.at(-1)?.why;
    return {
      kind: "loop",
      subject: subjectAt(loop.id, step),
      effectiveOn: loop.answers.at(-1)?.answeredOn ?? loop.receivedOn,
      content: contentOf(loop, loop.takenBackOn !== null || loop.wordsStep < step),
      label: `What people said: ${loop.source.title}, received ${loop.receivedOn}`,
      ...(why ? { reason: why } : {}),
    };
  });
}

function contentOf(loop: Loop, takenBack: boolean): Publishable["content"] {
  const { source, words, inTheirWords, wordsUse, summary, byWhom, people, askedFor, saidOn, asked } = loop;
  return loopContent(loop.facts, {
    source: { kind: source.kind, title: source.title },
    words,
    inTheirWords,
    wordsUse,
    summary,
    byWhom,
    people,
    askedFor,
    saidOn,
    whys: loop.answers.map(({ why }) => why),
    asked,
    publicComments: loop.voices
      .filter(({ comment, commentUse }) => comment !== "" && commentUse === "public")
      .map(({ comment }) => comment),
    takenBack,
  });
}

async function roundsNow(tx: Transaction, organisationId: string): Promise<Publishable[]> {
  const rounds = await tx
    .select({ round: attestationRounds, title: commitments.title })
    .from(attestationRounds)
    .innerJoin(commitments, eq(commitments.id, attestationRounds.commitmentId))
    .where(eq(attestationRounds.organisationId, organisationId))
    .orderBy(asc(attestationRounds.openedOn), asc(attestationRounds.id));
  const answers = groupBy(
    await tx
      .select({ roundId: attestationAnswers.roundId, verdict: attestationAnswers.verdict })
      .from(attestationAnswers)
      .where(eq(attestationAnswers.organisationId, organisationId)),
    ({ roundId }) => roundId,
  );
  return rounds.map(({ round, title }) => {
    const tally = tallyVerdicts((answers.get(round.id) ?? []).map(({ verdict }) => verdict));
    const content: AttestationContent = {
      commitment: round.commitmentId,
      invited: round.invited,
      affected: round.affected,
      answers: tally && {
        kept: tally.kept,
        partly: tally.partly,
        notKept: tally["not-kept"],
        cannotTell: tally["cannot-tell"],
      },
      how: round.howChosen,
    };
    return {
      kind: "attestation",
      subject: `attestation:${round.id}`,
      effectiveOn: round.openedOn,
      content,
      label: `What people affected say of: ${title}`,
    };
  });
}

async function openDoor(tx: Transaction, organisationId: string): Promise<Publishable[]> {
  const { acknowledgeWithin, jurisdiction } = await clockPromiseOf(tx, organisationId);
  const holidays = bankHolidays(jurisdiction);
  const today = londonDay(new Date().toISOString());
  const cases = await tx
    .select({
      receivedOn: challenges.receivedOn,
      ground: challenges.ground,
      moderatedOn: challenges.moderatedOn,
    })
    .from(challenges)
    .where(eq(challenges.organisationId, organisationId))
    .orderBy(desc(challenges.receivedOn));
  const [kept] = await tx
    .select({
      received: sql<number>`count(*)::int`,
      answered: sql<number>`count(${protectedChallenges.answeredOn})::int`,
      latest: sql<string | null>`max(${protectedChallenges.receivedOn})::text`,
    })
    .from(protectedChallenges)
    .where(eq(protectedChallenges.organisationId, organisationId));
  const [checks] = await tx
    .select({
      all: sql<number>`count(distinct ${challengeCheckIns.challengeId})::int`,
      harmed: sql<number>`count(distinct ${challengeCheckIns.challengeId}) filter (where ${challengeCheckIns.happened} = 'yes')::int`,
    })
    .from(challengeCheckIns)
    .where(eq(challengeCheckIns.organisationId, organisationId));
  const fewKept = kept!.received < fewestAnswers;
  if (cases.length === 0 && fewKept) return [];
  const waiting = cases.filter(({ moderatedOn }) => moderatedOn === null);
  const refused: Partial<Record<RefusalGround, number>> = {};
  for (const { ground } of cases) if (ground) refused[ground] = (refused[ground] ?? 0) + 1;
  const content: OpenDoorContent = {
    received: cases.length,
    waiting: waiting.length,
    waitingTooLong: waiting.filter(
      ({ receivedOn }) => addWorkingDays(receivedOn, acknowledgeWithin, holidays) < today,
    ).length,
    taken: cases.filter(({ moderatedOn, ground }) => moderatedOn !== null && !ground).length,
    refused: refused as OpenDoorContent["refused"],
    protected: fewKept
      ? null
      : {
          received: kept!.received,
          answered: kept!.answered,
          reprisals: checks!.all >= fewestAnswers ? checks!.harmed : null,
        },
  };
  return [
    {
      kind: "challenge",
      subject: feedbackSubject.openDoor,
      effectiveOn: cases[0]?.receivedOn ?? kept!.latest!,
      content,
      label: "What came through the open door",
    },
  ];
}
