import type { Computed, Indicator } from "../commitment/indicator.ts";
import { isSmall } from "../disclosure/rule.ts";
import { protectShare } from "../disclosure/share.ts";
import { bidsWithLine, bidsWithSeedMoney, seedSpending } from "./bid.ts";
import { payFigures, settledOffers } from "./figures.ts";
import { formatPence } from "../money/format.ts";
import { moneyStep, peopleBehind, toStep } from "./rounded-money.ts";
import { shapingOffers, parityOf, type PayLedger, shapingPayments } from "./ledger.ts";

const room = "remuneration";
const figuresOf = (ledger: PayLedger, today: string) =>
  payFigures(ledger.turnouts, ledger.offers, ledger.payments, today);

/** The figures of this room that a measure can be tied to. Shares of people follow the disclosure rule. */
export const indicators: readonly Indicator<PayLedger>[] = [
  {
    id: "remuneration.paid-in-time",
    room,
    title: "Fees paid in full by the day promised",
    unit: "%",
    direction: "up",
    caveat:
      "Against the day that the organisation itself promised. Fees not paid yet count as late once that day is past.",
    compute: (ledger, today) => {
      const { paidInTime, due } = figuresOf(ledger, today);
      return peopleShare(paidInTime, due);
    },
  },
  {
    id: "remuneration.offered-share",
    room,
    title: "People taking part who were offered payment",
    unit: "%",
    direction: "up",
    caveat: "Of those counted in the turnouts. Somebody who was asked and chose nothing counts as offered.",
    compute: (ledger, today) => {
      const { offered, takingPart } = figuresOf(ledger, today);
      return peopleShare(offered, takingPart);
    },
  },
  {
    id: "remuneration.median-days",
    room,
    title: "Days from taking part to being paid (middle value)",
    unit: "days",
    direction: "down",
    caveat: "Of fees paid in full. Those still unpaid are not in it: read it beside the share paid in time.",
    compute: (ledger, today) => {
      const few = isSmall(peopleBehind(settledOffers(ledger)));
      return single(few ? null : figuresOf(ledger, today).medianDaysToPay, few ? tooFew : "");
    },
  },
  {
    id: "remuneration.parity-ratio",
    room,
    title: "Cost of staff time for each £1 offered for the same hour",
    unit: "£",
    direction: "down",
    caveat:
      "Mean of the staff grades entered, with on-costs, against all time asked of participants, paid or not.",
    compute: (ledger, today) => {
      const few = isSmall(peopleBehind(ledger.offers));
      return single(few ? null : parityOf(ledger, today), few ? tooFew : "");
    },
  },
  {
    id: "remuneration.bids-with-payment",
    room,
    title: "Bids with a line to pay participants",
    unit: "%",
    direction: "up",
    caveat: "Of bids past the idea stage and not withdrawn. A line in a bid is a plan, not a payment.",
    compute: ({ bids }) => {
      const { withLine, of } = bidsWithLine(bids);
      return share(withLine, of);
    },
  },
  {
    id: "remuneration.bids-with-seed-money",
    room,
    title: "Bids shaped by paid people while the question was open",
    unit: "%",
    direction: "up",
    caveat:
      "Of bids past the idea stage and not withdrawn. Paid before the question was fixed, or before the bid went in.",
    compute: (ledger) => {
      const { shaped, of } = bidsWithSeedMoney(ledger.bids, shapingPayments(ledger));
      return share(shaped, of);
    },
  },
  {
    id: "remuneration.seed-money-paid",
    room,
    title: "Paid to people who shaped bids while the question was open",
    unit: "£",
    direction: "up",
    caveat: "Fees for early involvement in bids; expenses come on top.",
    compute: (ledger) => {
      const shapers = shapingOffers(ledger);
      if (isSmall(peopleBehind(shapers))) return single(null, tooFew);
      const step = moneyStep(shapers);
      const { before } = seedSpending(ledger.bids, shapingPayments(ledger));
      return single(toStep(before, step) / 100, `Rounded to the nearest ${formatPence(step)}.`);
    },
  },
];

const tooFew = "Fewer than 8 people stand behind this figure, so it is not shown.";

function peopleShare(part: number, whole: number): Computed {
  const shown = protectShare(part, whole);
  const value = (count: typeof shown.part) => (count.kind === "hidden" ? null : count.value);
  return {
    value: shown.percent,
    numerator: shown.percent === null ? null : value(shown.part),
    denominator: value(shown.whole),
    caveat: shown.percent === null ? "Too few people to tell." : "Worked out from counts rounded to 5.",
  };
}

/** Of bids, not of people: exact. */
function share(part: number, whole: number): Computed {
  return {
    value: whole === 0 ? null : Math.round((1000 * part) / whole) / 10,
    numerator: part,
    denominator: whole,
    caveat: whole === 0 ? "No bid is past the idea stage yet." : "",
  };
}

function single(value: number | null, caveat: string): Computed {
  return { value, numerator: null, denominator: null, caveat };
}
