import { z } from "zod";

const day = z.iso.date("Give the date as year-month-day, such as 2026-03-31.");
const people = z.int().min(0).nullable();
const pence = z.int().min(0).nullable();

/**
 * kind `pay-summary`: a period's figures as the public reads them. People are rounded to 5; null is a figure hidden because
 * few people stand behind it. Money is whole pence, null where fewer than 8 people would share it.
 */
export const PaySummary = z.object({
  from: day,
  until: day,
  asOf: day,
  people: z.object({ takingPart: people, offered: people, declined: people, neverOffered: people }),
  fees: z.object({ due: people, paidInTime: people, percentInTime: z.int().min(0).max(100).nullable() }),
  money: z.object({
    setAsidePence: pence,
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
