import { type Bid, shapedWhen } from "./bid.ts";
import type { PayLedger } from "./ledger.ts";

/** One person who was offered pay to shape a bid, and what reached them; the day is null while nothing has. */
export type Shaper = {
  offerId: string;
  reference: string;
  heldOn: string;
  paidPence: number;
  paidOn: string | null;
  when: "before" | "after" | "not-paid";
};

/** Who was asked to shape a bid, by reference, and whether their pay came while the question was open. Earliest first. */
export function shapersOf(
  bid: Pick<Bid, "id" | "questionFixedOn" | "submittedOn">,
  { offers, payments }: Pick<PayLedger, "offers" | "payments">,
): Shaper[] {
  return offers
    .filter(({ bidId }) => bidId === bid.id)
    .map(({ id, reference, heldOn }) => {
      const fees = payments.filter(({ offerId, kind }) => offerId === id && kind === "fee");
      const paidPence = fees.reduce((sum, { amountPence }) => sum + amountPence, 0);
      const paidOn =
        paidPence > 0
          ? fees
              .filter(({ amountPence }) => amountPence > 0)
              .map((fee) => fee.paidOn)
              .sort()[0]!
          : null;
      const when = paidOn === null ? ("not-paid" as const) : shapedWhen(bid, paidOn);
      return { offerId: id, reference, heldOn, paidPence, paidOn, when };
    })
    .sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.reference.localeCompare(b.reference));
}
