import { type AuditAnswer, levelNumber, voices, type Voice } from "./answer.ts";
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

export type LapsedQuestion = { question: string; voice: Voice; newestOn: string };

export type AuditFindings = {
  gaps: PerceptionGap[];
  questions: {
    id: string;
    title: string;
    lookAt: string;
    spreads: Spread[];
    /** Voices that were heard on other questions or not at all: fewer than three answered this one. */
    silent: Voice[];
    /** Since the round compared with; empty without one. */
    shifts: Shift[];
  }[];
  lapsed: LapsedQuestion[];
};

/** Everything that a closed round may show, and nothing about one person. @param before answers of the round to compare with */
export function auditFindings(
  instrument: Instrument,
  given: readonly Given[],
  before: readonly Given[] | undefined,
  today: string,
): AuditFindings {
  const shifts = before ? compareRounds(instrument, before, given) : [];
  return {
    gaps: perceptionGaps(instrument, given),
    questions: instrument.questions.map(({ id, title, lookAt }) => {
      const spreads = voices.flatMap((voice) => spreadOf(given, id, voice) ?? []);
      return {
        id,
        title,
        lookAt,
        spreads,
        silent: voices.filter((voice) => !spreads.some((spread) => spread.voice === voice)),
        shifts: shifts.filter(({ question }) => question === id),
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
        ({ voice: of, answer }) => of === voice && answer.question === id && owesEvidence(answer),
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

function owesEvidence({ level, evidenceOn }: AuditAnswer): boolean {
  return evidenceOn !== null && level !== "unknown" && levelNumber(level) > levelNumber("trying");
}
