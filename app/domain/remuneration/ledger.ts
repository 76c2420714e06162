import type { Bid } from "./bid.ts";
import type { Payment } from "./check-offer.ts";
import type { Turnout } from "./figures.ts";
import { type Offer, offeredFee } from "./offer.ts";
import { parityRatio, type StaffCost, staffHourlyPence } from "./parity.ts";

/** A staff grade and what an hour of it costs from a day on. */
export type StaffGrade = StaffCost & { title: string; from: string };

/** An offer with what its holder said has become of the money, and the bid that it helped to shape. */
export type LedgerOffer = Offer & {
  bidId: string | null;
  confirmedOn: string | null;
  notReceivedOn: string | null;
};

/** Everything that the checks, the figures and the indicators of this room are worked out from. */
export type PayLedger = {
  offers: readonly LedgerOffer[];
  payments: readonly Payment[];
  turnouts: readonly (Turnout & { title: string })[];
  bids: readonly Bid[];
  staff: readonly StaffGrade[];
  /** Seed money held in funds of that kind, in pence, and what the lines of all funds hold. */
  funds: readonly { kind: string; heldPence: number; startsOn: string; endsOn: string }[];
};

/** The same for sessions from one day to another. A payment counts with its offer, whenever it was made; one without an offer, by its own day. */
export function ledgerBetween(ledger: PayLedger, from: string, until: string): PayLedger {
  const within = (day: string) => from <= day && day <= until;
  const offers = ledger.offers.filter((offer) => within(offer.heldOn));
  const ids = new Set(offers.map(({ id }) => id));
  return {
    ...ledger,
    offers,
    payments: ledger.payments.filter((payment) =>
      payment.offerId ? ids.has(payment.offerId) : within(payment.paidOn),
    ),
    turnouts: ledger.turnouts.filter((turnout) => within(turnout.heldOn)),
    funds: ledger.funds.filter((fund) => fund.startsOn <= until && fund.endsOn >= from),
  };
}

/** Mean hourly cost of the grades in force on a day, each grade by its newest entry; null when none is entered. */
export function staffHourlyOn(staff: readonly StaffGrade[], on: string): number | null {
  const newest = new Map<string, StaffGrade>();
  for (const grade of staff) {
    const known = newest.get(grade.title);
    if (grade.from <= on && (!known || known.from < grade.from)) newest.set(grade.title, grade);
  }
  if (newest.size === 0) return null;
  const hourly = [...newest.values()].map(staffHourlyPence);
  return Math.round(hourly.reduce((sum, pence) => sum + pence, 0) / hourly.length);
}

/** What staff time costs for each pound that a participant is offered for the same hour; null when either is not known. */
export function parityOf({ offers, staff }: Pick<PayLedger, "offers" | "staff">, on: string): number | null {
  const hourly = staffHourlyOn(staff, on);
  if (hourly === null) return null;
  const fees = offers.reduce((sum, offer) => sum + offeredFee(offer), 0);
  return parityRatio(hourly, fees, minutesOf(offers));
}

/** All time asked for, paid or not. */
export function minutesOf(offers: readonly Pick<Offer, "time">[]): number {
  return offers.reduce(
    (sum, offer) => sum + offer.time.reduce((minutes, part) => minutes + part.minutes, 0),
    0,
  );
}

/** Payments to people who helped to shape a bid. */
export function shapingPayments({ offers, payments }: Pick<PayLedger, "offers" | "payments">) {
  const bidOf = new Map(offers.map((offer) => [offer.id, offer.bidId]));
  return payments.flatMap((payment) => {
    const bidId = payment.offerId ? bidOf.get(payment.offerId) : null;
    return bidId && payment.kind === "fee"
      ? [{ bidId, amountPence: payment.amountPence, paidOn: payment.paidOn }]
      : [];
  });
}

/** The offers to people who shape these bids: a sum of what some of them were paid points to nobody only if they are many. */
export function shapingOffers({ offers, bids }: Pick<PayLedger, "offers" | "bids">): LedgerOffer[] {
  const ids = new Set(bids.map(({ id }) => id));
  return offers.filter(({ bidId }) => bidId !== null && ids.has(bidId));
}
