import { perceptionGaps, spreadOf, type Given, type PerceptionGap } from "./findings.ts";
import type { Instrument } from "./instrument.ts";

export type WideningGap = PerceptionGap & {
  /** Whole levels in the round before. */
  before: number;
};

/**
 * Gaps wider than in the round before, widest first. Where either voice could not be shown then, nothing is known to have
 * widened.
 */
export function wideningGaps(
  instrument: Instrument,
  before: readonly Given[],
  after: readonly Given[],
): WideningGap[] {
  const earlier = new Map(perceptionGaps(instrument, before).map((gap) => [keyOf(gap), gap.levels]));
  const heard = ({ question, higher, lower }: PerceptionGap) =>
    [higher, lower].every((voice) => spreadOf(before, question, voice)?.median);
  return perceptionGaps(instrument, after).flatMap((gap) => {
    const was = earlier.get(keyOf(gap)) ?? 0;
    return heard(gap) && gap.levels > was ? [{ ...gap, before: was }] : [];
  });
}

function keyOf({ question, higher, lower }: PerceptionGap): string {
  return `${question} ${higher} ${lower}`;
}
