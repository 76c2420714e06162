import { requireInputs, requireProbability, requireProportion } from "./check.ts";
import { logBinomial } from "./densities.ts";
import { noLikelierThan } from "./discrete.ts";

/** `x` of `n` observed, `p0` the share expected, from 0 to 1. */
export interface BinomialExactInputs {
  readonly x: number;
  readonly n: number;
  readonly p0: number;
}

/**
 * Two-sided exact binomial test: the probability, if the true share were `p0`, of a count no likelier than `x`
 * (relative slack 1e-7). Throws RangeError unless 0 <= x <= n, n >= 1, whole numbers, 0 <= p0 <= 1.
 * Source: R `binom.test`.
 */
export function binomialExact(inputs: BinomialExactInputs): { readonly p: number } {
  requireInputs(inputs);
  const { x, n, p0 } = inputs;
  requireProportion("x", x, "n", n);
  requireProbability("p0", p0);
  const mode = Math.min(n, Math.floor((n + 1) * p0));
  const logProbability = (k: number) => logBinomial(k, n, p0, 1 - p0);
  return { p: noLikelierThan({ lowest: 0, highest: n, mode, logProbability }, x) };
}
