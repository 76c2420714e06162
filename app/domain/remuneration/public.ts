import { z } from "zod";

const day = z.iso.date("Give the date as year-month-day, such as 2026-03-31.");
const people = z.int().min(0).nullable();
const pence = z.int().min(0).nullable();

/**
 * kind `pay-summary`: a period's figures as the public reads them. People are rounded to 5; null is a figure hidden because
 * few people stand behind it. Sums of
 * fees are in pence, rounded to a step that hides one person's fee, and null where fewer than 8 people would share them.
 */
export const PaySummary = z.object({
  from: day,
  until: day,
  asOf: day,
  people: z.object({ takingPart: people, offered: people, declined: people, neverOffered: people }),
  fees: z.object({ due: people, paidInTime: people, percentInTime: z.int().min(0).max(100).nullable() }),
  money: z.object({
    setAsidePence: pence,
    /** What was offered, taken up and paid is rounded to this; what was set aside is a budget and exact. */
    roundedToPence: z.int().min(1),
    offeredPence: pence,
    takenUpPence: pence,
    paidPence: z.int().nullable(),
  }),
  medianDaysToPay: z.number().nullable(),
  parity: z.object({ ratio: z.number().nullable(), staffHourlyPence: pence }),
  bids: z.object({
    counted: z.int().min(0),
    withPayLine: z.int().min(0),
    withTrainingLine: z.int().min(0),
    shapedByPaidPeople: z.int().min(0),
  }),
  seed: z.object({ heldPence: pence, paidBeforePence: z.int().nullable() }),
});
export type PaySummary = z.infer<typeof PaySummary>;
