import { writtenDay } from "#app/domain/dates/written-day.ts";
import { asc, desc, eq } from "drizzle-orm";
import { bankHolidays } from "#app/domain/feedback/bank-holidays.ts";
import { loopContent } from "#app/domain/feedback/loop-content.ts";
import {
  feedbackSubject,
  type ClockPromiseContent,
  type OpenDoorContent,
} from "#app/domain/feedback/public.ts";
import type { RefusalGround } from "#app/domain/feedback/open-door.ts";
import type { AttestationContent } from "#app/domain/journey/attestation.ts";
import { answerDue } from "#app/domain/feedback/clock.ts";
import { overNewLinks } from "#app/domain/feedback/steps.ts";
import { firstOfMonth, protectedCounts } from "#app/domain/feedback/protected-counts.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import type { Publishable } from "#app/domain/publishing/publishable.ts";
import { loadRounds } from "./attestation.server.ts";
import type { Transaction } from "./client.server.ts";
import { commentPublishables } from "./feedback-comments.server.ts";
import { clockPromiseOf } from "./feedback-clock.server.ts";
import { loadLoops, type Loop } from "./feedback-load.server.ts";
import { stepsOf, subjectAt } from "./feedback-step.server.ts";
import { commitments } from "./schema/commitment.ts";
import { challengeCheckIns, challenges, protectedChallenges } from "./schema/feedback.ts";
import { londonToday } from "./today.server.ts";

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
  return all.flatMap((loop) => {
    const step = steps.get(loop.id) ?? 0;
    const why = loop.answers.at(-1)?.why;
    const effectiveOn = loop.answers.at(-1)?.answeredOn ?? loop.receivedOn;
    return [
      {
        kind: "loop",
        subject: subjectAt(loop.id, step),
        effectiveOn,
        content: contentOf(loop, loop.wordsStep < step),
        label: `What people said: ${loop.source.title}, received ${writtenDay(loop.receivedOn)}`,
        ...(why ? { reason: why } : {}),
      },
      ...commentPublishables(loop.id, loop.counted, {
        effectiveOn,
        label: `A comment on what came of: ${loop.source.title}`,
      }),
    ];
  });
}

/** @param withdrawn what was published of it was withdrawn, and nobody has written the words down anew since */
function contentOf(loop: Loop, withdrawn: boolean): Publishable["content"] {
  const { source, words, inTheirWords, wordsUse, summary, byWhom, people, askedFor, saidOn, asked, door } =
    loop;
  return loopContent(loop.facts, {
    source,
    words,
    inTheirWords,
    wordsUse,
    summary,
    byWhom,
    people,
    askedFor,
    door,
    saidOn,
    whys: loop.answers.map(({ why }) => why),
    asked,
    sentAgain: loop.sentAgain,
    overNewLinks: overNewLinks(loop.counted),
    switchedOff: loop.switchedOff,
    writtenOn: loop.writtenOn,
    imported: loop.imported,
    takenBack: withdrawn || loop.takenBackOn !== null,
    takenDown: withdrawn && loop.takenBackOn === null,
  });
}

async function roundsNow(tx: Transaction, organisationId: string): Promise<Publishable[]> {
  const titles = new Map(
    (
      await tx
        .select({ id: commitments.id, title: commitments.title })
        .from(commitments)
        .where(eq(commitments.organisationId, organisationId))
    ).map(({ id, title }) => [id, title]),
  );
  // Oldest first, as they are told.
  const rounds = (await loadRounds(tx, organisationId)).reverse();
  return rounds.flatMap((round) => {
    const { tally, commitmentId } = round;
    const title = titles.get(commitmentId)!;
    const content: AttestationContent = {
      commitment: commitmentId,
      invited: round.invited,
      affected: round.affected,
      answers: tally && {
        kept: tally.kept,
        partly: tally.partly,
        notKept: tally["not-kept"],
        cannotTell: tally["cannot-tell"],
      },
      closesOn: round.closesOn,
      switchedOff: round.switchedOff,
      ...(round.sentAgain > 0 ? { sentAgain: round.sentAgain, ...round.overNewLinks } : {}),
      how: round.howChosen,
    };
    const effectiveOn = round.openedOn;
    return [
      {
        kind: "attestation",
        subject: `attestation:${round.id}`,
        effectiveOn,
        content,
        label: `What people affected say of: ${title}`,
      },
      ...commentPublishables(round.id, round.counted, {
        effectiveOn,
        label: `A comment on: ${title}`,
        commitment: commitmentId,
      }),
    ];
  });
}

async function openDoor(tx: Transaction, organisationId: string): Promise<Publishable[]> {
  const today = londonToday();
  const cases = await tx
    .select()
    .from(challenges)
    .where(eq(challenges.organisationId, organisationId))
    .orderBy(desc(challenges.receivedOn));
  const kept = await protectedNow(tx, organisationId, today);
  if (cases.length === 0 && !kept) return [];
  const waiting = cases
    .filter(({ moderatedOn, takenBackOn }) => moderatedOn === null && takenBackOn === null)
    .map((one) => answerDue(one.receivedOn, one, bankHolidays(one.jurisdiction)));
  const refused: Partial<Record<RefusalGround, number>> = {};
  for (const { ground } of cases) if (ground) refused[ground] = (refused[ground] ?? 0) + 1;
  const content: OpenDoorContent = {
    received: cases.length,
    waiting: waiting.length,
    waitingTooLong: waiting.filter(({ acknowledgeBy }) => acknowledgeBy < today).length,
    unansweredTooLong: waiting.filter(({ answerBy }) => answerBy < today).length,
    taken: cases.filter(({ moderatedOn, ground }) => moderatedOn !== null && !ground).length,
    takenBack: cases.filter(({ moderatedOn, takenBackOn }) => moderatedOn === null && takenBackOn !== null)
      .length,
    refused: refused as OpenDoorContent["refused"],
    refusedWrongly: cases.filter(({ refusalDisputedOn }) => refusalDisputedOn !== null).length,
    protected: kept,
  };
  return [
    {
      kind: "challenge",
      subject: feedbackSubject.openDoor,
      effectiveOn: cases[0]?.receivedOn ?? firstOfMonth(today),
      content,
      label: "What came through the open door",
    },
  ];
}

async function protectedNow(tx: Transaction, organisationId: string, today: string) {
  const rows = await tx
    .select()
    .from(protectedChallenges)
    .where(eq(protectedChallenges.organisationId, organisationId))
    .orderBy(asc(protectedChallenges.receivedOn), asc(protectedChallenges.id));
  const checks = await tx
    .select()
    .from(challengeCheckIns)
    .where(eq(challengeCheckIns.organisationId, organisationId))
    .orderBy(asc(challengeCheckIns.position));
  return protectedCounts(
    rows.map((row) => ({
      id: row.id,
      receivedOn: row.receivedOn,
      answeredOn: row.answeredOn,
      answerBy: answerDue(row.receivedOn, row, bankHolidays(row.jurisdiction)).answerBy,
    })),
    checks,
    today,
  );
}
