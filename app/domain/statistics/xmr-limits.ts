import { requireInputs } from "./check.ts";

/** At least two finite readings, oldest first. */
export interface XmrInputs {
  readonly values: readonly number[];
}

/** Limits in the unit of the readings. They are not clipped: a share may have a lower limit below 0. */
export interface XmrLimits {
  readonly mean: number;
  readonly mean_moving_range: number;
  /** Lower natural process limit. */
  readonly lnpl: number;
  /** Upper natural process limit. */
  readonly unpl: number;
  /** Upper limit of the moving range. */
  readonly url: number;
}

/**
 * Limits of an individuals (XmR) chart: mean -/+ 2.66 mean moving ranges, range limit 3.268 mean moving ranges.
 * Throws RangeError with fewer than two readings or one that is not a finite number.
 * Source: D. J. Wheeler (2000), Understanding Variation.
 */
export function xmrLimits(inputs: XmrInputs): XmrLimits {
  requireInputs(inputs);
  const { values } = inputs;
  if (!Array.isArray(values)) throw new RangeError("values must be a list of readings, oldest first.");
  if (values.length < 2)
    throw new RangeError(`values must hold at least 2 readings; it holds ${values.length}.`);
  // By index: forEach would step over holes in the list.
  for (const [index, value] of values.entries()) {
    if (!Number.isFinite(value))
      throw new RangeError(`values[${index}] must be a number; it is ${String(value)}.`);
  }
  const mean = average(values);
  const range = average(values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value))));
  return {
    mean,
    mean_moving_range: range,
    lnpl: mean - 2.66 * range,
    unpl: mean + 2.66 * range,
    url: 3.268 * range,
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
