import { requireConfidence, requireInputs, requireProportion } from "./check.ts";
import type { Interval, ProportionInputs } from "./interval.ts";
import { criticalValue } from "./normal.ts";

/**
 * Wilson score interval for a share, without continuity correction; exactly 0 below at x = 0 and 1 above at x = n.
 * Throws RangeError unless 0 <= x <= n, n >= 1, whole numbers, 0 < conf < 1.
 * Source: E. B. Wilson (1927), JASA 22, 209-212; R `prop.test(correct = FALSE)`.
 */
export function wilson(inputs: ProportionInputs): Interval {
  requireInputs(inputs);
  const { x, n, conf } = inputs;
  requireProportion("x", x, "n", n);
  requireConfidence(conf);
  const z2 = criticalValue(conf) ** 2;
  return { estimate: x / n, lower: lowerBound(x, n, z2), upper: 1 - lowerBound(n - x, n, z2) };
}

/** The smaller root of the score equation, as product of roots over larger root: no digits cancel when x is small. */
function lowerBound(x: number, n: number, z2: number): number {
  const largerRoot = x + z2 / 2 + Math.sqrt(z2 * ((x * (n - x)) / n + z2 / 4));
  return (x * x) / n / largerRoot;
}
