import { type AskedRound, comparableAnswers } from "./comparable.ts";
import { spreadOf } from "./findings.ts";
import type { Instrument, Level } from "./instrument.ts";
import { type Voice, voices } from "./answer.ts";

/** One voice on one question over several rounds: its middle answer in each, null where it could not be shown or could not tell. */
export type Trend = { question: string; voice: Voice; levels: (Level | null)[] };

/**
 * How each voice's middle answer moved over rounds. Only for voices that can be shown in at least two of them.
 * @param rounds oldest first, the last being the one whose instrument is given
 */
export function trends(instrument: Instrument, rounds: readonly AskedRound[]): Trend[] {
  const given = rounds.map((round) => comparableAnswers(instrument, round));
  return instrument.questions.flatMap(({ id }) =>
    voices.flatMap((voice): Trend[] => {
      const levels = given.map((answers) => spreadOf(answers, id, voice)?.median ?? null);
      return levels.filter((level) => level !== null).length >= 2 ? [{ question: id, voice, levels }] : [];
    }),
  );
}
