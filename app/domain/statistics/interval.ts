/** A share `x` of `n` and the confidence level of the interval wanted, strictly between 0 and 1. */
export interface ProportionInputs {
  readonly x: number;
  readonly n: number;
  readonly conf: number;
}

/** Two independent shares, `x1` of `n1` and `x2` of `n2`. */
export interface TwoProportionInputs {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly conf: number;
}

/** An estimate with its confidence interval; shares and differences run from 0 to 1 and -1 to 1, not per cent. */
export interface Interval {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}
