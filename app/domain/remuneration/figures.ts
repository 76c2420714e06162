import { daysBetween } from "../dates/days.ts";
import { type Payment, settledDate } from "./check-offer.ts";
import { type Offer, offeredFee, owedFee } from "./offer.ts";

/** What was promised, offered and paid, for the public page and for indicators. Money in whole pence. */
export type PayFigures = {
  takingPart: number;
  offered: number;
  /** Offered and chose nothing: their choice, and never the same as not being asked. */
  declined: number;
  neverOffered: number;
  offeredPence: number;
  owedPence: number;
  paidPence: number;
  /** Whole days from the session to full payment, middle value; null when nothing has been settled. */
  medianDaysToPay: number | null;
  settled: number;
  settledInTime: number;
};

/** @param takingPart how many people took part, offered or not, in the same sessions */
export function payFigures(
  takingPart: number,
  offers: readonly Offer[],
  payments: readonly Payment[],
): PayFigures {
  const people = new Set(offers.map((offer) => `${offer.reference} ${offer.heldOn}`));
  const days: number[] = [];
  let settledInTime = 0;
  for (const offer of offers) {
    const on = owedFee(offer) > 0 ? settledDate(offer, payments) : undefined;
    if (on === undefined) continue;
    days.push(daysBetween(offer.heldOn, on));
    if (on <= offer.promisedBy) settledInTime += 1;
  }
  const fees = payments.filter((payment) => payment.kind === "fee");
  return {
    takingPart,
    offered: people.size,
    declined: offers.filter((offer) => offer.choice === "nothing").length,
    neverOffered: Math.max(0, takingPart - people.size),
    offeredPence: offers.reduce((sum, offer) => sum + offeredFee(offer), 0),
    owedPence: offers.reduce((sum, offer) => sum + owedFee(offer), 0),
    paidPence: fees.reduce((sum, payment) => sum + payment.amountPence, 0),
    medianDaysToPay: median(days),
    settled: days.length,
    settledInTime,
  };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
