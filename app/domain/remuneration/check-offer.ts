import { countOf } from "../counted.ts";
import { daysBetween } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import { type Offer, offeredFee, owedFee } from "./offer.ts";
import { type Rate, rateOn } from "./rate.ts";

export type Payment = {
  id: string;
  offerId: string | null;
  kind: "fee" | "expenses" | "other";
  amountPence: number;
  paidOn: string;
};

export type Finding = {
  check:
    | "below-living-wage"
    | "unpaid-preparation"
    | "late"
    | "paid-late"
    | "expenses-in-arrears"
    | "expenses-not-paid"
    | "rate-not-known"
    | "paid-more"
    | "advice-not-offered";
  sentence: string;
};

/**
 * What is wrong with one offer, in sentences. `today` decides whether something promised is overdue.
 * A choice of less or nothing is the person's, so the floor is checked against what was offered, not what was taken.
 */
export function checkOffer(
  offer: Offer,
  payments: readonly Payment[],
  rates: readonly Rate[],
  today: string,
): Finding[] {
  return [
    ...belowLivingWage(offer, rates),
    ...unpaidTime(offer),
    ...late(offer, payments, today),
    ...arrears(offer, payments),
    ...(offer.adviceOffered
      ? []
      : [
          {
            check: "advice-not-offered" as const,
            sentence: `${offer.reference} was not offered benefits and tax advice.`,
          },
        ]),
  ];
}

function belowLivingWage(offer: Offer, rates: readonly Rate[]): Finding[] {
  const minutes = offer.time.reduce((sum, part) => sum + part.minutes, 0);
  const fee = offeredFee(offer);
  try {
    const floor = rateOn(rates, "real-living-wage", offer.place, offer.heldOn);
    // Compared as whole products, so that no rounding can lift a rate over the floor.
    if (BigInt(fee) * 60n >= BigInt(floor.pencePerHour) * BigInt(minutes)) return [];
    const hourly = Math.floor((fee * 60) / minutes);
    return [
      {
        check: "below-living-wage",
        sentence:
          `${offer.reference} was offered ${formatPence(hourly)} an hour over all the time asked for. ` +
          `The ${floor.title} is ${formatPence(floor.pencePerHour)}.${legalFloor(rates, fee, minutes, offer.heldOn)}`,
      },
    ];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ check: "rate-not-known", sentence: error.message }];
  }
}

/**
 * The National Living Wage is the law for workers of 21 and over, anywhere in the UK. Most people who take part are not
 * workers, so that it is said beside the other floor and not counted as a check of its own.
 */
function legalFloor(rates: readonly Rate[], fee: number, minutes: number, on: string): string {
  try {
    const law = rateOn(rates, "national-living-wage", "uk", on);
    if (BigInt(fee) * 60n >= BigInt(law.pencePerHour) * BigInt(minutes)) return "";
    return ` That is also below the ${law.title}, ${formatPence(law.pencePerHour)}: by law the least wherever the person counts as a worker.`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return " No National Living Wage is known for that day, so the least by law was not checked.";
  }
}

function unpaidTime(offer: Offer): Finding[] {
  return offer.time
    .filter((part) => part.ratePence === 0)
    .map((part) => ({
      check: "unpaid-preparation" as const,
      sentence: `${offer.reference} was asked for ${part.minutes} minutes of ${part.activity} without pay.`,
    }));
}

function late(offer: Offer, payments: readonly Payment[], today: string): Finding[] {
  const owed = owedFee(offer);
  if (owed === 0) return [];
  const settledOn = settledDate(offer, payments);
  const days = daysBetween(offer.promisedBy, settledOn ?? today);
  if (days <= 0) return [];
  const length = countOf(days, "day");
  return [
    {
      check: settledOn ? "paid-late" : "late",
      sentence: settledOn
        ? `${offer.reference} was paid ${length} later than promised.`
        : `${offer.reference} has waited ${length} longer than promised and is not fully paid.`,
    },
  ];
}

/** The day from which the fee has been paid in full; undefined while some of it is owed, also after a payment was reversed. */
export function settledDate(offer: Offer, payments: readonly Payment[]): string | undefined {
  let owed = owedFee(offer);
  const fees = payments
    .filter((payment) => payment.offerId === offer.id && payment.kind === "fee")
    .sort((a, b) => a.paidOn.localeCompare(b.paidOn));
  let settledOn: string | undefined;
  for (const payment of fees) {
    owed -= payment.amountPence;
    settledOn = owed > 0 ? undefined : (settledOn ?? payment.paidOn);
  }
  return settledOn;
}

/** Asked to pay first: by the offer, or because the money came after the day it was promised before. */
function arrears(offer: Offer, payments: readonly Payment[]): Finding[] {
  if (!offer.lowIncome || offer.expensesPence === 0) return [];
  const amount = formatPence(offer.expensesPence);
  if (offer.expensesTiming === "after")
    return [
      {
        check: "expenses-in-arrears",
        sentence: `${offer.reference} said that paying first is hard, and was still asked to pay ${amount} first.`,
      },
    ];
  const first = firstExpenses(offer, payments);
  return first !== undefined && first > offer.heldOn
    ? [
        {
          check: "expenses-in-arrears",
          sentence: `${offer.reference} said that paying first is hard. Their expenses were promised ${offer.expensesTiming === "before" ? "before" : "on"} the day and came on ${writtenDay(first)}, after it.`,
        },
      ]
    : [];
}

/** More fees than the person was owed: often one payment recorded under two references. Their choice of less counts. */
export function paidMore(offer: Offer, payments: readonly Payment[]): Finding[] {
  const paid = payments
    .filter(({ offerId, kind }) => offerId === offer.id && kind === "fee")
    .reduce((sum, { amountPence }) => sum + amountPence, 0);
  const owed = owedFee(offer);
  return paid > owed
    ? [
        {
          check: "paid-more",
          sentence: `${offer.reference} was paid ${formatPence(paid)} in fees and is owed ${formatPence(owed)}. If one payment is there twice, take it back.`,
        },
      ]
    : [];
}

/**
 * Expenses are owed whatever became of the fee; what they came to may differ from what was expected, so that any payment of them
 * settles it.
 */
export function expensesNotPaid(offer: Offer, payments: readonly Payment[], today: string): Finding[] {
  if (offer.expensesPence === 0 || firstExpenses(offer, payments) !== undefined) return [];
  const days = daysBetween(offer.promisedBy, today);
  return days > 0
    ? [
        {
          check: "expenses-not-paid",
          sentence: `${offer.reference} has waited ${countOf(days, "day")} longer than promised for ${formatPence(offer.expensesPence)} of expenses.`,
        },
      ]
    : [];
}

function firstExpenses(offer: Offer, payments: readonly Payment[]): string | undefined {
  return payments
    .filter(
      ({ offerId, kind, amountPence }) => offerId === offer.id && kind === "expenses" && amountPence > 0,
    )
    .map(({ paidOn }) => paidOn)
    .sort()[0];
}
