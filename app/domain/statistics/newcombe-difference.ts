import { requireConfidence, requireInputs, requireProportion } from "./check.ts";
import type { Interval, TwoProportionInputs } from "./interval.ts";
import { wilson } from "./wilson.ts";

/**
 * Interval for the difference of two shares, x1/n1 - x2/n2, built from the two Wilson intervals (method 10).
 * Throws RangeError unless each x is between 0 and its n, each n >= 1, whole numbers, 0 < conf < 1.
 * Source: R. G. Newcombe (1998), Statistics in Medicine 17, 873-890.
 */
export function newcombeDifference(inputs: TwoProportionInputs): Interval {
  requireInputs(inputs);
  const { x1, n1, x2, n2, conf } = inputs;
  requireProportion("x1", x1, "n1", n1);
  requireProportion("x2", x2, "n2", n2);
  requireConfidence(conf);
  const first = wilson({ x: x1, n: n1, conf });
  const second = wilson({ x: x2, n: n2, conf });
  const estimate = first.estimate - second.estimate;
  return {
    estimate,
    lower: estimate - Math.hypot(first.estimate - first.lower, second.upper - second.estimate),
    upper: estimate + Math.hypot(first.upper - first.estimate, second.estimate - second.lower),
  };
}
