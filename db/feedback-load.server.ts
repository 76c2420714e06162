import { and, asc, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { DoorWords } from "#app/domain/feedback/door-words.ts";
import { countedVoices, type LinkVoice, type OneVoice } from "#app/domain/feedback/steps.ts";
import type { LoopFacts } from "#app/domain/feedback/view.ts";
import { isKinderHeard, lessKindHeard, type HeardVoice } from "#app/domain/feedback/voice.ts";
import { groupBy } from "#app/domain/journey/content.ts";
import type { Transaction } from "./client.server.ts";
import { byLink } from "./invitation-links.server.ts";
import {
  challenges,
  feedbackSources,
  loopAnswers,
  loopPauses,
  loopReports,
  loops,
  loopVoices,
} from "./schema/feedback.ts";
import { privateLinks } from "./schema/mail.ts";

type Row = typeof loops.$inferSelect;

/** What was answered with one link. */
type VoiceRow = typeof loopVoices.$inferSelect & Pick<LinkVoice<HeardVoice>, "person" | "again">;

/** A loop with everything that hangs on it. */
export type Loop = Row & {
  source: typeof feedbackSources.$inferSelect;
  answers: (typeof loopAnswers.$inferSelect)[];
  /** Of the answer that stands. */
  reports: (typeof loopReports.$inferSelect)[];
  /** Of every answer. */
  everyReport: (typeof loopReports.$inferSelect)[];
  /** As they stand, oldest link first, for their writers alone. */
  voices: VoiceRow[];
  /** As they count, one for each person: tallies move in steps. */
  counted: OneVoice<HeardVoice>[];
  /** People who were ever given a private link for it. */
  asked: number;
  /** Of these, whose link was made anew, and whose was switched off and not made anew. */
  sentAgain: number;
  switchedOff: number;
  /** Every link has run out: whatever was answered counts. */
  askingIsOver: boolean;
  /** As it was asked, when it came through the open door; its words are empty once taken back. */
  door: DoorWords | null;
  facts: LoopFacts;
};

/** Some loops by id, or all of the organisation's; a handful of queries however many there are. */
export async function loadLoops(
  tx: Transaction,
  organisationId: string,
  which: readonly string[] | "all",
): Promise<Loop[]> {
  if (which !== "all" && which.length === 0) return [];
  const ids = which === "all" ? undefined : [...which];
  const rows = await tx
    .select({ loop: loops, source: feedbackSources })
    .from(loops)
    .innerJoin(feedbackSources, eq(feedbackSources.id, loops.sourceId))
    .where(and(eq(loops.organisationId, organisationId), ids && inArray(loops.id, ids)))
    .orderBy(desc(loops.receivedOn), desc(loops.id));
  const parts = await partsOf(tx, organisationId, ids);
  return rows.map(({ loop, source }) => {
    const answers = parts.answers.get(loop.id) ?? [];
    const everyReport = parts.reports.get(loop.id) ?? [];
    const reports = everyReport.filter(({ answerId }) => answerId === answers.at(-1)?.id);
    const voices = parts.voices.get(loop.id) ?? [];
    const pauses = parts.pauses.get(loop.id) ?? [];
    const { loopId: _its, over: askingIsOver, ...given } = parts.asked.get(loop.id) ?? nobodyAsked;
    const counted = countedVoices(voices.map(steppedVoice), askingIsOver, lessKindHeard, isKinderHeard);
    const door = parts.door.get(loop.id) ?? null;
    const whole = {
      ...loop,
      ...given,
      source,
      answers,
      reports,
      everyReport,
      voices,
      counted,
      askingIsOver,
      door,
    };
    return { ...whole, facts: factsOf(whole, pauses) };
  });
}

const nobodyAsked = { loopId: "", asked: 0, sentAgain: 0, switchedOff: 0, over: false };

/** A stored voice as it stands and as it counts. */
export function steppedVoice(row: VoiceRow): LinkVoice<HeardVoice> & { linkId: string } {
  const { reflects, changed, comment, commentUse, channel, answerId, ...rest } = row;
  const { released, linkId, commentId, person, again } = rest;
  const now: HeardVoice = { reflects, changed, comment, commentUse, channel, answerId };
  return { linkId, commentId, person, again, now, released };
}

/** What was answered with every link, oldest link first. @param ids of loops; all of the organisation's when not given */
export async function voicesIn(tx: Transaction, organisationId: string, ids?: string[]): Promise<VoiceRow[]> {
  const rows = await tx
    .select({ voice: loopVoices, ...byLink })
    .from(loopVoices)
    .innerJoin(privateLinks, eq(privateLinks.id, loopVoices.linkId))
    .where(and(eq(loopVoices.organisationId, organisationId), ids && inArray(loopVoices.loopId, ids)))
    .orderBy(asc(privateLinks.createdAt), asc(loopVoices.id));
  return rows.map(({ voice, ...link }) => ({ ...voice, ...link }));
}

async function partsOf(tx: Transaction, organisationId: string, ids: string[] | undefined) {
  const byLoop = <Part extends { loopId: string }>(parts: Part[]) => groupBy(parts, ({ loopId }) => loopId);
  const answers = await tx
    .select()
    .from(loopAnswers)
    .where(and(eq(loopAnswers.organisationId, organisationId), ids && inArray(loopAnswers.loopId, ids)))
    .orderBy(asc(loopAnswers.position));
  const reports = await tx
    .select()
    .from(loopReports)
    .where(and(eq(loopReports.organisationId, organisationId), ids && inArray(loopReports.loopId, ids)))
    .orderBy(asc(loopReports.toldOn), asc(loopReports.createdAt));
  const voices = await voicesIn(tx, organisationId, ids);
  const pauses = await tx
    .select()
    .from(loopPauses)
    .where(and(eq(loopPauses.organisationId, organisationId), ids && inArray(loopPauses.loopId, ids)))
    .orderBy(asc(loopPauses.fromOn), asc(loopPauses.createdAt));
  // One number is one person, however often their link was made anew.
  const numbered = tx
    .select({
      loopId: privateLinks.subjectId,
      links: sql<number>`count(*)`.as("links"),
      works: sql<boolean>`bool_or(${privateLinks.revokedAt} is null)`.as("works"),
      // By the day they run out, not by being switched off: nobody can end the asking to see one more answer.
      over: sql<boolean>`bool_and(${privateLinks.expiresAt} <= now())`.as("over"),
    })
    .from(privateLinks)
    .where(
      and(
        eq(privateLinks.organisationId, organisationId),
        eq(privateLinks.purpose, "answer-loop"),
        ids && inArray(privateLinks.subjectId, ids),
      ),
    )
    .groupBy(privateLinks.subjectId, sql`${privateLinks.meta}->>'number'`)
    .as("numbered");
  const asked = await tx
    .select({
      loopId: numbered.loopId,
      asked: sql<number>`count(*)::int`,
      sentAgain: sql<number>`(count(*) filter (where ${numbered.works} and ${numbered.links} > 1))::int`,
      switchedOff: sql<number>`(count(*) filter (where not ${numbered.works}))::int`,
      over: sql<boolean>`bool_and(${numbered.over})`,
    })
    .from(numbered)
    .groupBy(numbered.loopId);
  const door = await tx
    .select({ loopId: challenges.loopId, words: challenges.words, wordsUse: challenges.wordsUse })
    .from(challenges)
    .where(
      and(
        eq(challenges.organisationId, organisationId),
        isNotNull(challenges.loopId),
        ids && inArray(challenges.loopId, ids),
      ),
    );
  return {
    answers: byLoop(answers),
    reports: byLoop(reports),
    voices: byLoop(voices),
    pauses: byLoop(pauses),
    door: new Map(door.map(({ loopId, words, wordsUse }) => [loopId!, { words, wordsUse }])),
    asked: new Map(asked.map((row) => [row.loopId, row])),
  };
}

function factsOf(loop: Omit<Loop, "facts">, pauses: (typeof loopPauses.$inferSelect)[]): LoopFacts {
  const { receivedOn, acknowledgeWithin, answerWithin, jurisdiction, acknowledgedOn } = loop;
  const current = loop.answers.at(-1);
  return {
    receivedOn,
    promise: { acknowledgeWithin, answerWithin, jurisdiction },
    acknowledgedOn,
    pauses: pauses.map(({ fromOn, toOn, reason }) => ({ from: fromOn, to: toOn, reason })),
    answers: loop.answers.map(({ answeredOn, content }) => ({ on: answeredOn, answer: content })),
    reports: loop.reports.map(({ toldOn, channels, told, of }) => ({ on: toldOn, channels, told, of })),
    heard: loop.counted.map(({ counted: { reflects, changed, answerId } }) => ({
      reflects,
      changed,
      earlier: answerId !== current?.id,
    })),
  };
}
