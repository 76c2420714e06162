import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import { requireConfidence, requireInputs, requireProportion } from "./check.ts";
import type { Interval, ProportionInputs } from "./interval.ts";

/**
 * Clopper-Pearson ("exact") interval for a share: beta quantiles, 0 below at x = 0 and 1 above at x = n.
 * Throws RangeError unless 0 <= x <= n, n >= 1, whole numbers, 0 < conf < 1.
 * Source: C. J. Clopper and E. S. Pearson (1934), Biometrika 26, 404-413; R `binom.test`.
 */
export function clopperPearson(inputs: ProportionInputs): Interval {
  requireInputs(inputs);
  const { x, n, conf } = inputs;
  requireProportion("x", x, "n", n);
  requireConfidence(conf);
  const tail = (1 - conf) / 2;
  return {
    estimate: x / n,
    lower: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}
