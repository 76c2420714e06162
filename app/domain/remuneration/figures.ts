import { daysBetween } from "../dates/days.ts";
import { type Payment, settledDate } from "./check-offer.ts";
import { type Offer, offeredFee, owedFee } from "./offer.ts";

/** How many people took part on a day, offered or not. */
export type Turnout = { heldOn: string; tookPart: number };

/** What was promised, offered and paid, for the public page and for indicators. Money in whole pence. */
export type PayFigures = {
  /** One person on one day counts once. `takingPart` is always `offered` and `neverOffered` together. */
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
  /** Fees that were owed by `today`, and how many of them had arrived in full by the day promised. */
  due: number;
  paidInTime: number;
};

/** @param today ISO date: what is promised for later is not due yet */
export function payFigures(
  turnouts: readonly Turnout[],
  offers: readonly Offer[],
  payments: readonly Payment[],
  today: string,
): PayFigures {
  const offered = peopleByDay(offers);
  const neverOffered = [...tookPartByDay(turnouts)].reduce(
    (sum, [day, tookPart]) => sum + Math.max(0, tookPart - (offered.get(day)?.size ?? 0)),
    0,
  );
  const people = [...offered.values()].reduce((sum, those) => sum + those.size, 0);
  const settled = settlements(offers, payments);
  const due = settled.filter(({ offer, on }) => on !== undefined || offer.promisedBy < today);
  const paid = settled.filter(({ on }) => on !== undefined);
  const sum = (pence: readonly number[]) => pence.reduce((total, one) => total + one, 0);
  return {
    takingPart: people + neverOffered,
    offered: people,
    declined: peopleWho(offers, (offer) => offer.choice === "nothing"),
    neverOffered,
    offeredPence: sum(offers.map(offeredFee)),
    owedPence: sum(offers.map(owedFee)),
    paidPence: sum(payments.filter(({ kind }) => kind === "fee").map(({ amountPence }) => amountPence)),
    medianDaysToPay: median(paid.map(({ offer, on }) => daysBetween(offer.heldOn, on!))),
    settled: paid.length,
    due: due.length,
    paidInTime: due.filter(({ offer, on }) => on !== undefined && on <= offer.promisedBy).length,
  };
}

/** Days on which people took part and nobody, or not everybody, was offered anything. */
export function neverOfferedByDay(
  turnouts: readonly Turnout[],
  offers: readonly Offer[],
): { heldOn: string; tookPart: number; offered: number }[] {
  const offered = peopleByDay(offers);
  return [...tookPartByDay(turnouts)]
    .map(([heldOn, tookPart]) => ({ heldOn, tookPart, offered: offered.get(heldOn)?.size ?? 0 }))
    .filter((day) => day.offered < day.tookPart)
    .sort((a, b) => b.heldOn.localeCompare(a.heldOn));
}

function tookPartByDay(turnouts: readonly Turnout[]): Map<string, number> {
  const days = new Map<string, number>();
  for (const { heldOn, tookPart } of turnouts) days.set(heldOn, (days.get(heldOn) ?? 0) + tookPart);
  return days;
}

function peopleByDay(offers: readonly Offer[]): Map<string, Set<string>> {
  const days = new Map<string, Set<string>>();
  for (const { heldOn, reference } of offers)
    days.set(heldOn, (days.get(heldOn) ?? new Set()).add(reference));
  return days;
}

function peopleWho(offers: readonly Offer[], fits: (offer: Offer) => boolean): number {
  return [...peopleByDay(offers.filter(fits)).values()].reduce((sum, those) => sum + those.size, 0);
}

/** Every offer that owes money, with the day from which it was paid in full. */
function settlements(offers: readonly Offer[], payments: readonly Payment[]) {
  const byOffer = new Map<string, Payment[]>();
  for (const payment of payments)
    if (payment.offerId) byOffer.set(payment.offerId, [...(byOffer.get(payment.offerId) ?? []), payment]);
  return offers
    .filter((offer) => owedFee(offer) > 0)
    .map((offer) => ({ offer, on: settledDate(offer, byOffer.get(offer.id) ?? []) }));
}

/** The offers whose fee was owed and has been paid in full. */
export function settledOffers({
  offers,
  payments,
}: {
  offers: readonly Offer[];
  payments: readonly Payment[];
}): Offer[] {
  return settlements(offers, payments)
    .filter(({ on }) => on !== undefined)
    .map(({ offer }) => offer);
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
