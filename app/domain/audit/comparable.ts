import type { Given } from "./findings.ts";
import { type Instrument, levels, type Question } from "./instrument.ts";

/** One round as far as comparing needs it. */
export type AskedRound = { instrument: Instrument; given: readonly Given[] };

/**
 * The answers of another round that mean the same as this instrument's: to a question of the same instrument whose levels are
 * described in the same words. A reworded level is another yardstick, and a move on it would be made up.
 */
export function comparableAnswers(instrument: Instrument, other: AskedRound): Given[] {
  if (other.instrument.id !== instrument.id) return [];
  const theirs = new Map(other.instrument.questions.map((question) => [question.id, question]));
  const same = new Set(
    instrument.questions.flatMap((question) => {
      const before = theirs.get(question.id);
      return before && describedAlike(question, before) ? [question.id] : [];
    }),
  );
  return other.given.filter(({ answer }) => same.has(answer.question));
}

/** Questions that both rounds asked and that cannot be compared, because a level was described in other words. */
export function rewordedQuestions(instrument: Instrument, before: Instrument): string[] {
  if (before.id !== instrument.id) return [];
  return instrument.questions.flatMap((question) => {
    const was = before.questions.find(({ id }) => id === question.id);
    return was && !describedAlike(question, was) ? [question.id] : [];
  });
}

function describedAlike(one: Question, other: Question): boolean {
  return levels.every((level) => one.levels[level] === other.levels[level]);
}
