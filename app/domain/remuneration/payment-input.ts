import { z } from "zod";
import { day, optionalWords, words } from "../commitment/fields.ts";
import { pounds } from "../money/pounds.ts";

export const PaymentInput = z.object({
  lineId: z.uuid("Choose the budget line that pays."),
  offerId: z.uuid("Choose an offer from the list.").optional(),
  kind: z.enum(["fee", "expenses", "other"], "Say what the payment was for."),
  amountPence: pounds("Give the amount.", 1),
  paidOn: day("Give the day it was paid."),
  method: optionalWords(60),
  financeReference: words("Give the finance system's reference, so that it is counted once.", 80),
});

/** A payment that was wrong stays; another one takes the money back. */
export const ReversalInput = z.object({
  paidOn: day("Give the day the money came back."),
  note: words("Say why the payment is reversed.", 500),
});
