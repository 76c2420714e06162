/**
 * Splits whole pence by weights without losing a penny (largest remainder, ties to the earlier part), so that the parts
 * always add up to the whole: £100 three ways is £33.34, £33.33 and £33.33.
 * @param pence whole pence, may be negative (a refund splits the same way)
 * @param weights at least one positive safe integer; zeros get nothing
 * @throws RangeError on fractional pence, negative or fractional weights, or weights that are all zero
 */
export function allocate(pence: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(pence)) throw new RangeError("Money is split in whole pence.");
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError("Weights are whole numbers from 0 up.");
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new RangeError("At least one part must have a weight above 0.");
  const sign = pence < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(pence));
  const parts = weights.map((weight, index) => ({
    index,
    share: (whole * BigInt(weight)) / total,
    remainder: (whole * BigInt(weight)) % total,
  }));
  let left = whole - parts.reduce((sum, part) => sum + part.share, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.share += 1n;
    left -= 1n;
  }
  return parts.map((part) => (part.share === 0n ? 0 : sign * Number(part.share)));
}
