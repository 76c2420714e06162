import { type Offer, offeredFee } from "./offer.ts";

/**
 * The step to which sums of fees are rounded for the public, in pence: at least five ordinary fees, and at least the largest
 * one. A sum then says no more than a count rounded to 5 does: offered less taken up would otherwise give away how many chose
 * nothing. Steps are 1, 2 or 5 pounds with zeros.
 */
export function moneyStep(offers: readonly Pick<Offer, "time">[]): number {
  const fees = offers.map(offeredFee);
  const mean = fees.reduce((sum, fee) => sum + fee, 0) / Math.max(1, fees.length);
  const least = Math.max(100, 5 * mean, ...fees);
  const power = 10 ** Math.floor(Math.log10(least));
  return [power, 2 * power, 5 * power, 10 * power].find((step) => step >= least)!;
}

/** To the nearest step, halves away from nothing. @param pence whole pence */
export function toStep(pence: number, step: number): number {
  return Math.sign(pence) * Math.floor(Math.abs(pence) / step + 0.5) * step || 0;
}
