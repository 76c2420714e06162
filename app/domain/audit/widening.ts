import { levelNumber } from "./answer.ts";
import { type AskedRound, comparableAnswers } from "./comparable.ts";
import { type Given, type PerceptionGap, perceptionGaps, spreadOf } from "./findings.ts";

export type WideningGap = PerceptionGap & {
  /** Whole levels in the round before; 0 when the organisation saw itself no higher then. */
  before: number;
};

/**
 * Gaps wider than in the round before, widest first. Where either voice could not be shown then, or the question was asked in
 * other words, nothing is known to have widened.
 */
export function wideningGaps(before: AskedRound, after: AskedRound): WideningGap[] {
  const then = comparableAnswers(after.instrument, before);
  return perceptionGaps(after.instrument, after.given).flatMap((gap) => {
    const was = gapBefore(then, gap);
    return was !== null && gap.levels > was ? [{ ...gap, before: Math.max(0, was) }] : [];
  });
}

/** How far the same two voices were apart in other answers: levels, less than 0 when the lower was the higher; null when not known. */
export function gapBefore(
  then: readonly Given[],
  { question, higher, lower }: Pick<PerceptionGap, "question" | "higher" | "lower">,
): number | null {
  const [up, down] = [higher, lower].map((voice) => spreadOf(then, question, voice)?.median);
  return up && down ? levelNumber(up) - levelNumber(down) : null;
}
