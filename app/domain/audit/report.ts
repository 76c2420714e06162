import { owesEvidence, voices, type Voice } from "./answer.ts";
import { type AskedRound, comparableAnswers, rewordedQuestions } from "./comparable.ts";
import {
  compareRounds,
  type Given,
  lapsedEvidence,
  type PerceptionGap,
  perceptionGaps,
  type Shift,
  type Spread,
  spreadOf,
} from "./findings.ts";
import type { Instrument } from "./instrument.ts";
import { type Trend, trends } from "./trend.ts";
import { gapBefore } from "./widening.ts";
import { type Written, writtenOn } from "./written.ts";

export type LapsedQuestion = { question: string; voice: Voice; newestOn: string };

export type FoundGap = PerceptionGap & {
  /** Whole levels in the round before, 0 or less for no gap; null where that cannot be told. */
  before: number | null;
};

export type AuditFindings = {
  gaps: FoundGap[];
  questions: {
    id: string;
    title: string;
    lookAt: string;
    spreads: Spread[];
    /** Voices that were heard on other questions or not at all: fewer than three answered this one. */
    silent: Voice[];
    /** Since the round before; empty without one. */
    shifts: Shift[];
    /** Over all the rounds given, oldest first. */
    trends: Trend[];
    /** Asked before in other words, so that no move can be told. */
    reworded: boolean;
    written: Written[];
  }[];
  lapsed: LapsedQuestion[];
};

/**
 * Everything that a closed round may show, and nothing about one person.
 * @param earlier rounds to compare with, oldest first
 */
export function auditFindings(
  instrument: Instrument,
  given: readonly Given[],
  earlier: readonly AskedRound[],
  today: string,
): AuditFindings {
  const before = earlier.at(-1);
  const then = before && comparableAnswers(instrument, before);
  const shifts = then ? compareRounds(instrument, then, given) : [];
  const moves = earlier.length > 0 ? trends(instrument, [...earlier, { instrument, given }]) : [];
  const reworded = new Set(before ? rewordedQuestions(instrument, before.instrument) : []);
  return {
    gaps: perceptionGaps(instrument, given).map((gap) => ({
      ...gap,
      before: then ? gapBefore(then, gap) : null,
    })),
    questions: instrument.questions.map(({ id, title, lookAt }) => {
      const spreads = voices.flatMap((voice) => spreadOf(given, id, voice) ?? []);
      return {
        id,
        title,
        lookAt,
        spreads,
        silent: voices.filter((voice) => !spreads.some((spread) => spread.voice === voice)),
        shifts: shifts.filter(({ question }) => question === id),
        trends: moves.filter(({ question }) => question === id),
        reworded: reworded.has(id),
        written: writtenOn(given, id),
      };
    }),
    lapsed: lapsedQuestions(instrument, given, today),
  };
}

/**
 * Questions on which even the newest evidence that a voice gave for a level above *trying* is out of date. Only for voices of
 * three or more: one person's evidence would name them.
 */
export function lapsedQuestions(
  instrument: Instrument,
  given: readonly Given[],
  today: string,
): LapsedQuestion[] {
  const old = new Set(lapsedEvidence(given, today));
  return instrument.questions.flatMap(({ id }) =>
    voices.flatMap((voice) => {
      if (!spreadOf(given, id, voice)) return [];
      const shown = given.filter(
        ({ voice: of, answer }) =>
          of === voice && answer.question === id && owesEvidence(answer) && answer.evidenceOn !== null,
      );
      if (shown.length === 0 || !shown.every((each) => old.has(each))) return [];
      const newestOn = shown
        .map(({ answer }) => answer.evidenceOn!)
        .sort()
        .at(-1)!;
      return [{ question: id, voice, newestOn }];
    }),
  );
}
