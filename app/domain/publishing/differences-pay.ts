import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import type { PaySummary } from "../remuneration/public.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/**
 * While a period runs its figures are expected to grow. Once it is over, a figure that changes corrects what the public has
 * read, and somebody has to say why.
 */
export function paySummaryDifferences(before: PaySummary, after: PaySummary): Difference[] {
  const over = before.asOf > before.until;
  const differ = over ? reworded : noted;
  const was = figuresIn(before);
  const now = figuresIn(after);
  return [
    ...Object.keys(now).flatMap((field) => differ(field, was[field] ?? "", now[field] ?? "")),
    ...noted("Figures as of", writtenDay(before.asOf), writtenDay(after.asOf)),
  ];
}

function figuresIn({ people, fees, money, bids, seed, parity, medianDaysToPay }: PaySummary) {
  const count = (value: number | null) => (value === null ? "too few to show" : String(value));
  const pounds = (value: number | null) => (value === null ? "too few to show" : formatPence(value));
  const figures: Record<string, string> = {
    "People who took part": count(people.takingPart),
    "Offered payment": count(people.offered),
    "Chose nothing": count(people.declined),
    "Never offered": count(people.neverOffered),
    "Fees due": count(fees.due),
    "Fees paid in time": count(fees.paidInTime),
    "Set aside": pounds(money.setAsidePence),
    Offered: pounds(money.offeredPence),
    "Taken up": pounds(money.takenUpPence),
    Paid: pounds(money.paidPence),
    "Middle number of days to pay": count(medianDaysToPay),
    "Staff cost for each £1 offered": count(parity.ratio),
    "Bids counted": count(bids.counted),
    "Bids with a line for payment": count(bids.withPayLine),
    "Bids with a line for training": count(bids.withTrainingLine),
    "Bids shaped by paid people": count(bids.shapedByPaidPeople),
    "Seed money held": pounds(seed.heldPence),
    "Seed money paid before a question was fixed": pounds(seed.paidBeforePence),
  };
  return figures;
}
