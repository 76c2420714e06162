import { z } from "zod";
import { day, optionalWords, words } from "../commitment/fields.ts";
import { MOST_PENCE } from "../money/parse-pence.ts";
import { pounds } from "../money/pounds.ts";
import { nameInReference, nameInWords } from "./looks-like-person.ts";

const belowNothing =
  "A payment is more than £0, and pay cannot be below it. For money that came back, find the payment under Payments and choose “Put right”.";

/** Somebody has looked: the words only look like a name. An e-mail address is never taken. */
const namesNobody = z.boolean().default(false);

function namingNobody(
  sign: (written: string) => string | undefined,
  written: string | undefined,
  looked: boolean,
): string | undefined {
  return written && (written.includes("@") || !looked) ? sign(written) : undefined;
}

export const PaymentInput = z
  .object({
    lineId: z.uuid("Choose the budget line that pays."),
    offerId: z.uuid("Choose an offer from the list.").optional(),
    kind: z.enum(["fee", "expenses", "other"], "Say what the payment was for."),
    amountPence: pounds("Give the amount.", 1, MOST_PENCE, belowNothing),
    paidOn: day("Give the day it was paid."),
    method: optionalWords(60),
    financeReference: words("Give the finance system's reference, so that it is counted once.", 80),
    /** The decision to pay more than is owed; asked for only then. */
    whyMore: optionalWords(400),
    namesNobody,
  })
  .check(({ value, issues }) => {
    const signs = {
      financeReference: namingNobody(nameInReference, value.financeReference, value.namesNobody),
      whyMore: namingNobody(nameInWords, value.whyMore, value.namesNobody),
    };
    for (const [path, message] of Object.entries(signs))
      if (message) issues.push({ code: "custom", path: [path], message, input: value });
  });

/** A payment that was wrong stays; another one takes all or a part of its money back. */
export const ReversalInput = z
  .object({
    amountPence: pounds(
      "Give the amount that came back.",
      1,
      MOST_PENCE,
      "Give the amount that came back as more than £0, without a minus.",
    ).optional(),
    paidOn: day("Give the day the money came back."),
    note: words("Say in a sentence why the money came back, or what was wrong.", 500),
    /** So that the same return in a later file of the finance system is known. */
    financeReference: optionalWords(80),
    namesNobody,
  })
  .check(({ value, issues }) => {
    const signs = {
      note: namingNobody(nameInWords, value.note, value.namesNobody),
      financeReference: namingNobody(nameInReference, value.financeReference, value.namesNobody),
    };
    for (const [path, message] of Object.entries(signs))
      if (message) issues.push({ code: "custom", path: [path], message, input: value });
  });
