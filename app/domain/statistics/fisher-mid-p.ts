import { noLikelierThan, tail } from "./discrete.ts";
import { distributionOfA, type TwoByTwo } from "./hypergeometric-table.ts";

/** Two definitions of the two-sided mid-P, which differ: name the one shown. */
export interface FisherMidP {
  /** Fisher's two-sided p less half the probability of the observed table. */
  readonly p_minlike: number;
  /** Twice the smaller one-sided mid-P, at most 1. */
  readonly p_doubled: number;
}

/**
 * Fisher's test with the mid-P adjustment, two-sided. Throws RangeError when a cell is not a whole number, 0 or more.
 * Source: H. O. Lancaster (1961), JASA 56, 223-234; `p_doubled` as in epitools `ormidp.test`.
 */
export function fisherMidP(table: TwoByTwo): FisherMidP {
  const distribution = distributionOfA(table);
  const observed = Math.exp(distribution.logProbability(table.a));
  const outwards = tail(distribution, table.a, table.a < distribution.mode ? -1 : 1) - observed / 2;
  return {
    p_minlike: noLikelierThan(distribution, table.a) - observed / 2,
    p_doubled: 2 * Math.min(outwards, 1 - outwards),
  };
}
