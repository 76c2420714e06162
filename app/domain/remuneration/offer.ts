import { z } from "zod";
import { feeFor } from "../money/hourly.ts";
import { wagePlaces } from "./rate.ts";

/** What the time was. Preparation, travel and recovery are work too. */
export const activities = ["meeting", "preparation", "debrief", "travel", "recovery"] as const;

/** How somebody wants it. Each is their choice, and recorded as theirs; `nothing` is a choice only after an offer. */
export const choices = [
  "bank-transfer",
  "cash",
  "voucher",
  "gift-to-charity",
  "time-in-kind",
  "less",
  "nothing",
] as const;
export type Choice = (typeof choices)[number];

export const timings = ["before", "on-the-day", "after"] as const;

const day = z.iso.date("Give the date as year-month-day, such as 2026-03-31.");

/** What one person was offered. A reference stands for the person; a name is not asked for. */
export const Offer = z.object({
  id: z.uuid(),
  /** The organisation's own reference, such as P-014. Never an e-mail address or a name. */
  reference: z
    .string()
    .trim()
    .min(1, "Give a reference that stands for the person, such as P-014.")
    .max(40)
    .refine(
      (value) => !value.includes("@"),
      "Use a reference, not an e-mail address: this table should not name people.",
    ),
  lineId: z.uuid(),
  role: z.string().trim().min(1, "Say in which role the person took part.").max(120),
  /** Group that the role was done for, for the comparison across communities; shown only in protected aggregate. */
  community: z.string().trim().max(120),
  place: z.enum(wagePlaces),
  offeredOn: day,
  heldOn: day,
  time: z
    .array(
      z.object({
        activity: z.enum(activities),
        minutes: z
          .int()
          .min(1, "Give the minutes.")
          .max(60 * 24 * 14),
        /** 0 says that this time was not paid: it shows in the checks. */
        ratePence: z.int("Give the rate in whole pence.").min(0, "Pay cannot be below £0."),
      }),
    )
    .min(1, "Say what time was asked for."),
  /** Travel, care, data: paid back in full, apart from the fee. */
  expensesPence: z.int().min(0, "Expenses cannot be below £0."),
  expensesTiming: z.enum(timings),
  /** The person said that paying first is hard for them. */
  lowIncome: z.boolean(),
  timing: z.enum(timings),
  promisedBy: day,
  /** Null until the person has chosen. */
  choice: z.enum(choices).nullable(),
  /** For `less`: what they asked for instead, in pence. */
  agreedFeePence: z.int().min(0).nullable(),
  /** Whether benefits and tax advice was offered. Which benefit anybody receives is never stored. */
  adviceOffered: z.boolean(),
});
export type Offer = z.infer<typeof Offer>;

/** The fee for all the time, in pence; each kind of time is rounded on its own, so that the rows add up to the total. */
export function offeredFee(offer: Pick<Offer, "time">): number {
  return offer.time.reduce((sum, part) => sum + feeFor(part.ratePence, part.minutes), 0);
}

/** What the organisation owes in money after the person's choice: a gift or less is still theirs to direct. */
export function owedFee(offer: Pick<Offer, "time" | "choice" | "agreedFeePence">): number {
  if (offer.choice === "nothing" || offer.choice === "time-in-kind") return 0;
  if (offer.choice === "less") return Math.min(offer.agreedFeePence ?? 0, offeredFee(offer));
  return offeredFee(offer);
}

/** Fee and expenses that the offer binds on its line. Declining a fee does not decline the bus fare. */
export function boundBy(offer: Offer): number {
  return owedFee(offer) + offer.expensesPence;
}
