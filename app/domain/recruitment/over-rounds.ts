import { countOf } from "../counted.ts";
import { xmrLimits, type XmrLimits } from "#app/domain/statistics/index.ts";

/** Rounds needed before limits mean something. */
export const FEWEST_ROUNDS = 8;

export interface OverRounds {
  readonly limits: XmrLimits | null;
  /** Positions of the rounds outside the limits: a signal worth asking about. */
  readonly signals: readonly number[];
  readonly sentence: string;
}

/** Change of one figure over rounds, oldest first, by an XmR chart where there are at least 8. */
export function changeOverRounds(values: readonly number[]): OverRounds {
  if (values.length < FEWEST_ROUNDS) {
    const sentence = `${countOf(values.length, "round")} so far: too few to tell change from chance; ${FEWEST_ROUNDS} are needed.`;
    return { limits: null, signals: [], sentence };
  }
  const limits = xmrLimits({ values });
  const signals = values.flatMap((value, index) =>
    value < limits.lnpl || value > limits.unpl ? [index] : [],
  );
  const sentence =
    signals.length === 0
      ? "No round stands out: the ups and downs are no larger than usual between rounds."
      : `${signals.length} of ${values.length} rounds ${signals.length === 1 ? "stands" : "stand"} outside what is usual: ask what was different.`;
  return { limits, signals, sentence };
}
