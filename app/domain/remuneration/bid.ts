import { z } from "zod";

export const bidStages = ["idea", "writing", "submitted", "won", "not-won", "withdrawn"] as const;

/** A funding bid, and what is in it for co-production. */
export const Bid = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1, "Name the bid.").max(160),
  funder: z.string().trim().min(1, "Name the funder.").max(160),
  amountPence: z.int().min(0, "An amount cannot be below £0."),
  stage: z.enum(bidStages),
  /** Day the bid's question was fixed; people paid after it could no longer shape it. Null while open. */
  questionFixedOn: z.iso.date().nullable(),
  submittedOn: z.iso.date().nullable(),
  coProductionPence: z.int().min(0),
  trainingPence: z.int().min(0),
  /** What early involvement changed in the bid, in plain words. */
  whatChanged: z.string().trim().max(4000),
});
export type Bid = z.infer<typeof Bid>;

/** Money paid to people to shape a bid. */
export type ShapingPayment = { bidId: string; amountPence: number; paidOn: string };

/**
 * Before or after the question was fixed: only before can people change what is asked (report, page 48). A bid that has
 * gone in has its question fixed, whether or not anybody noted the day.
 */
export function shapedWhen(
  bid: Pick<Bid, "questionFixedOn" | "submittedOn">,
  paidOn: string,
): "before" | "after" {
  const fixedOn = bid.questionFixedOn ?? bid.submittedOn;
  return fixedOn === null || paidOn <= fixedOn ? "before" : "after";
}

/** Bids past the idea stage, and how many of them people were paid to shape while the question was open. */
export function bidsWithSeedMoney(
  bids: readonly Bid[],
  payments: readonly ShapingPayment[],
): { shaped: number; of: number } {
  const counted = bids.filter((bid) => bid.stage !== "idea" && bid.stage !== "withdrawn");
  const shaped = counted.filter(
    (bid) =>
      payments
        .filter((payment) => payment.bidId === bid.id && shapedWhen(bid, payment.paidOn) === "before")
        .reduce((sum, payment) => sum + payment.amountPence, 0) > 0,
  );
  return { shaped: shaped.length, of: counted.length };
}

/** Bids that carry a line, of those that have left the idea stage. Numerator and denominator, never a bare share. */
export function bidsWithLine(bids: readonly Bid[]): { withLine: number; withTraining: number; of: number } {
  const counted = bids.filter((bid) => bid.stage !== "idea" && bid.stage !== "withdrawn");
  return {
    withLine: counted.filter((bid) => bid.coProductionPence > 0).length,
    withTraining: counted.filter((bid) => bid.trainingPence > 0).length,
    of: counted.length,
  };
}

/** What was spent on early involvement, in pence, apart from what came after the question was fixed. */
export function seedSpending(
  bids: readonly Bid[],
  payments: readonly ShapingPayment[],
): { before: number; after: number } {
  const byId = new Map(bids.map((bid) => [bid.id, bid]));
  const total = { before: 0, after: 0 };
  for (const payment of payments) {
    const bid = byId.get(payment.bidId);
    if (bid) total[shapedWhen(bid, payment.paidOn)] += payment.amountPence;
  }
  return total;
}
