import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import { requireConfidence, requireInputs, requireProportion } from "./check.ts";
import type { Interval, ProportionInputs } from "./interval.ts";

/**
 * Jeffreys interval for a share: equal tails of Beta(x + 1/2, n - x + 1/2), with 0 below at x = 0 and 1 above at x = n.
 * Throws RangeError unless 0 <= x <= n, n >= 1, whole numbers, 0 < conf < 1.
 * Source: L. D. Brown, T. T. Cai and A. DasGupta (2001), Statistical Science 16, 101-133.
 */
export function jeffreys(inputs: ProportionInputs): Interval {
  requireInputs(inputs);
  const { x, n, conf } = inputs;
  requireProportion("x", x, "n", n);
  requireConfidence(conf);
  const tail = (1 - conf) / 2;
  return {
    estimate: x / n,
    lower: x === 0 ? 0 : betaQuantile(tail, x + 0.5, n - x + 0.5),
    upper: x === n ? 1 : betaQuantile(1 - tail, x + 0.5, n - x + 0.5),
  };
}
