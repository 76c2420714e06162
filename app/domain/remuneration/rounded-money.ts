import { type Offer, offeredFee } from "./offer.ts";

/**
 * The step to which sums of fees are rounded for the public, in pence: at least what five people are offered on average, all
 * their days together, and at least what the one with most is offered. A sum then says no more than a count rounded to 5 does:
 * offered less taken up would otherwise give away how many chose nothing, or that one person always did. Steps are 1, 2, 2.5, 5
 * or 7.5 pounds with zeros.
 */
export function moneyStep(offers: readonly Pick<Offer, "time" | "reference">[]): number {
  const byPerson = new Map<string, number>();
  for (const offer of offers)
    byPerson.set(offer.reference, (byPerson.get(offer.reference) ?? 0) + offeredFee(offer));
  const fees = [...byPerson.values()];
  const mean = fees.reduce((sum, fee) => sum + fee, 0) / Math.max(1, fees.length);
  const least = Math.max(100, 5 * mean, ...fees);
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 2.5, 5, 7.5, 10].map((times) => times * power).find((step) => step >= least)!;
}

/** How many different people stand behind offers: what is shown of them needs 8 or more, on however many days. */
export function peopleBehind(offers: readonly Pick<Offer, "reference">[]): number {
  return new Set(offers.map(({ reference }) => reference)).size;
}

/** To the nearest step, halves away from nothing. @param pence whole pence */
export function toStep(pence: number, step: number): number {
  return Math.sign(pence) * Math.floor(Math.abs(pence) / step + 0.5) * step || 0;
}
