import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import { type Offer, owedFee } from "./offer.ts";

type Fee = { amountPence: number; paidOn: string; financeReference: string };

/** Enough to find the one that is there twice. */
const NAMED = 3;

/**
 * A fee that takes somebody above what they are owed is mostly one payment under two references, so that it is asked about
 * before it is kept. Their choice of less, or of nothing, counts.
 * @param fees those on the offer before it, money back among them
 * @returns a sentence that names them; undefined when there is nothing to ask
 */
export function beyondOwed(
  offer: Pick<Offer, "reference" | "time" | "choice" | "agreedFeePence">,
  fees: readonly Fee[],
  amountPence: number,
): string | undefined {
  const owed = owedFee(offer);
  const paid = fees.reduce((sum, fee) => sum + fee.amountPence, 0);
  if (amountPence <= 0 || paid + amountPence <= owed) return undefined;
  const before = fees
    .filter((fee) => fee.amountPence > 0)
    .slice(-NAMED)
    .map((fee) => `${formatPence(fee.amountPence)} on ${writtenDay(fee.paidOn)} (${fee.financeReference})`);
  const had = before.length > 0 ? ` Paid before: ${before.join(", ")}.` : "";
  return `${offer.reference} is owed ${formatPence(owed)} in fees, and with this ${formatPence(paid + amountPence)} would be paid.${had}`;
}

/** The decision as the books keep it beside the payment. */
export function beyondOwedNote(why: string): string {
  return `More than is owed: ${why.trim()}`;
}
