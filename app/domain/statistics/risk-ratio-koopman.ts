import { requireConfidence, requireInputs, requireProportion } from "./check.ts";
import type { TwoProportionInputs } from "./interval.ts";
import { criticalValue } from "./normal.ts";

/**
 * A ratio and its interval. JSON has no infinity, so a bound or ratio without a finite value is the *string* "Infinity"
 * (x2 = 0) or "NaN" (both zero, where the ratio is not defined): the value survives storage and comparison unchanged.
 */
export interface RatioInterval {
  readonly estimate: number | "Infinity" | "NaN";
  readonly lower: number;
  readonly upper: number | "Infinity";
}

/**
 * Ratio of two shares, (x1/n1) / (x2/n2), with the interval that inverts the score chi-square (no N/(N-1) factor).
 * Defined with zero cells: with x1 = 0 the interval starts at 0, with x2 = 0 it has no upper end.
 * Throws RangeError unless each x is between 0 and its n, each n >= 1, whole numbers, 0 < conf < 1.
 * Source: P. A. R. Koopman (1984), Biometrics 40, 513-517.
 */
export function riskRatioKoopman(inputs: TwoProportionInputs): RatioInterval {
  requireInputs(inputs);
  const { x1, n1, x2, n2, conf } = inputs;
  requireProportion("x1", x1, "n1", n1);
  requireProportion("x2", x2, "n2", n2);
  requireConfidence(conf);
  const z2 = criticalValue(conf) ** 2;
  const outside = (logRatio: number) => scoreChiSquare(Math.exp(logRatio), x1, n1, x2, n2) > z2;
  const estimate = x1 / n1 / (x2 / n2);
  // With one zero cell the estimate is at an end of the line; any finite ratio inside the interval will do to start from.
  const inside = x1 > 0 && x2 > 0 ? Math.log(estimate) : null;
  if (x1 === 0 && x2 === 0) return { estimate: "NaN", lower: 0, upper: "Infinity" };
  if (x2 === 0)
    return { estimate: "Infinity", lower: Math.exp(crossing(outside, LOG_END, -LOG_END)), upper: "Infinity" };
  if (inside === null)
    return { estimate: 0, lower: 0, upper: Math.exp(crossing(outside, -LOG_END, LOG_END)) };
  return {
    estimate,
    lower: Math.exp(crossing(outside, inside, -LOG_END)),
    upper: Math.exp(crossing(outside, inside, LOG_END)),
  };
}

/** Ratios from e^-300 to e^300 are searched; squares of these still fit a double. */
const LOG_END = 300;

/** Bisects between a point inside the interval and one outside until neighbouring doubles are reached. */
function crossing(outside: (logRatio: number) => boolean, inside: number, beyond: number): number {
  let near = inside;
  let far = beyond;
  for (;;) {
    const middle = (near + far) / 2;
    if (middle === near || middle === far) return middle;
    if (outside(middle)) far = middle;
    else near = middle;
  }
}

/** Score chi-square of the hypothesis p1 = ratio * p2, at the restricted maximum-likelihood shares. */
function scoreChiSquare(ratio: number, x1: number, n1: number, x2: number, n2: number): number {
  const sum = ratio * (n1 + x2) + x1 + n2;
  const gap = ratio * (n1 + x2) - (x1 + n2);
  // Both terms are non-negative in this form of the discriminant, so nothing cancels.
  const root = Math.sqrt(gap * gap + 4 * ratio * (n1 - x1) * (n2 - x2));
  const p2 = (2 * (x1 + x2)) / (sum + root);
  const p1 = ratio * p2;
  const variance = (p1 * Math.max(0, 1 - p1)) / n1 + (ratio * ratio * p2 * Math.max(0, 1 - p2)) / n2;
  const difference = x1 / n1 - (ratio * x2) / n2;
  return difference === 0 ? 0 : (difference * difference) / variance;
}
