/**
 * Fee for minutes at an hourly rate, rounded half up to the penny: the person never loses the half.
 * @param ratePence whole pence an hour, 0 or more; @param minutes whole minutes, 0 or more
 * @throws RangeError on negative or fractional input
 */
export function feeFor(ratePence: number, minutes: number): number {
  if (!Number.isSafeInteger(ratePence) || ratePence < 0)
    throw new RangeError("The rate must be whole pence from 0 up.");
  if (!Number.isSafeInteger(minutes) || minutes < 0)
    throw new RangeError("Minutes must be a whole number from 0 up.");
  return Number((BigInt(ratePence) * BigInt(minutes) * 2n + 60n) / 120n);
}

/**
 * What an hour really paid, in pence, rounded down so that a rate just under a floor never rounds up to it.
 * Undefined when no time was counted.
 */
export function effectiveHourly(feePence: number, minutes: number): number | undefined {
  if (minutes <= 0) return undefined;
  return Number((BigInt(feePence) * 60n) / BigInt(minutes));
}
