import { requireConfidence, requireInputs, requireProportion } from "./check.ts";
import type { Interval, TwoProportionInputs } from "./interval.ts";
import { criticalValue } from "./normal.ts";

/**
 * Ratio of two shares, (x1/n1) / (x2/n2), with the log-method interval.
 * Throws RangeError on nonsense, and when x1 or x2 is 0: the method has no answer there, `riskRatioKoopman` has.
 * Source: D. Katz and others (1978), Biometrics 34, 469-474.
 */
export function riskRatioKatz(inputs: TwoProportionInputs): Interval {
  requireInputs(inputs);
  const { x1, n1, x2, n2, conf } = inputs;
  requireProportion("x1", x1, "n1", n1);
  requireProportion("x2", x2, "n2", n2);
  requireConfidence(conf);
  for (const [name, x] of Object.entries({ x1, x2 })) {
    if (x === 0)
      throw new RangeError(`${name} is 0, where the log method is undefined; use the Koopman interval.`);
  }
  const estimate = x1 / n1 / (x2 / n2);
  const error = Math.sqrt((n1 - x1) / x1 / n1 + (n2 - x2) / x2 / n2);
  const factor = Math.exp(criticalValue(conf) * error);
  return { estimate, lower: estimate / factor, upper: estimate * factor };
}
