import { protect } from "../disclosure/protect.ts";
import type { Ledger } from "../disclosure/ledger.ts";
import { isSmall, type ProtectedCount } from "../disclosure/rule.ts";
import { shareOf } from "../disclosure/share.ts";
import type { CountTable } from "../disclosure/table.ts";
import { bidsWithLine, bidsWithSeedMoney, seedSpending } from "./bid.ts";
import { payFigures, type PayFigures, settledOffers } from "./figures.ts";
import {
  shapingOffers,
  ledgerBetween,
  parityOf,
  type PayLedger,
  shapingPayments,
  staffHourlyOn,
} from "./ledger.ts";
import { type PayBasis, payBasis } from "./pay-basis.ts";
import type { PaySummary } from "./public.ts";
import { moneyStep, peopleBehind, toStep } from "./rounded-money.ts";

export type PreparedSummary = {
  content: PaySummary;
  /** To be stored when, and only when, the summary is. */
  releases: Ledger;
  /** Why the figures of people are those of an earlier release, or all hidden; null when they are new. */
  held: string | null;
  /** What each person adds to it. To be stored with the summary, for the next time. */
  basis: PayBasis;
};

/**
 * A period's figures made fit for the public, given every release before: counts of people under the default disclosure
 * rule, money and days only over 8 people or more. Private; publishing it is a person's decision.
 */
export function prepareSummary(
  ledger: PayLedger,
  period: { from: string; until: string },
  releases: Ledger,
  today: string,
): PreparedSummary {
  const part = ledgerBetween(ledger, period.from, period.until);
  const figures = payFigures(part.turnouts, part.offers, part.payments, today);
  const { table, ledger: after } = protect(tableOf(figures, period, today), { mode: "rounded" }, releases);
  const cell = (id: string) => table.cells[id]!;
  // One person on eight days is still one person: money, days and ratios need eight people, not eight days.
  const many = !isSmall(peopleBehind(part.offers));
  const settledByMany = figures.settled > 0 && !isSmall(peopleBehind(settledOffers(part)));
  const decliners = peopleBehind(part.offers.filter(({ choice }) => choice === "nothing"));
  const bids = bidsBetween(ledger, period);
  const shaping = shapingPayments(ledger);
  const shapers = shapingOffers({ ...ledger, bids });
  const sum = (funds: PayLedger["funds"]) => funds.reduce((total, fund) => total + fund.heldPence, 0);
  const step = moneyStep(part.offers);
  const shown = (pence: number) => (many ? toStep(pence, step) : null);
  const content: PaySummary = {
    ...period,
    asOf: table.asOf,
    people: {
      takingPart: valueOf(cell("takingPart")),
      offered: valueOf(cell("offered")),
      declined: isSmall(decliners) ? null : valueOf(cell("declined")),
      neverOffered: valueOf(cell("neverOffered")),
    },
    fees: {
      due: valueOf(cell("due")),
      paidInTime: valueOf(cell("inTime")),
      // Where only a few were late, rounding would call it 100%.
      percentInTime: cell("late").kind === "hidden" ? null : shareOf(cell("inTime"), cell("due")).percent,
    },
    money: {
      setAsidePence: sum(part.funds),
      roundedToPence: step,
      offeredPence: shown(figures.offeredPence),
      takenUpPence: shown(figures.owedPence),
      paidPence: shown(figures.paidPence),
    },
    medianDaysToPay: settledByMany ? figures.medianDaysToPay : null,
    parity: {
      ratio: many ? parityOf(part, period.until) : null,
      staffHourlyPence: staffHourlyOn(ledger.staff, period.until),
    },
    bids: {
      counted: bidsWithLine(bids).of,
      withPayLine: bidsWithLine(bids).withLine,
      withTrainingLine: bidsWithLine(bids).withTraining,
      shapedByPaidPeople: bidsWithSeedMoney(bids, shaping).shaped,
    },
    seed: {
      heldPence: sum(part.funds.filter(({ kind }) => kind === "seed")),
      paidBeforePence: isSmall(peopleBehind(shapers))
        ? null
        : toStep(seedSpending(bids, shaping).before, moneyStep(shapers)),
    },
  };
  return { content, releases: after, held: table.held, basis: payBasis(part, bids, ledger) };
}

/** A bid belongs to the period in which it went in; one that has not gone in yet belongs to the running period. */
function bidsBetween(ledger: PayLedger, { from, until }: { from: string; until: string }) {
  return ledger.bids.filter(
    (bid) => bid.submittedOn === null || (from <= bid.submittedOn && bid.submittedOn <= until),
  );
}

/** One table, because an onlooker can subtract: taking part = offered + never offered, offered = declined + the others. */
function tableOf(
  figures: PayFigures,
  { from, until }: { from: string; until: string },
  today: string,
): CountTable {
  const { takingPart, offered, declined, neverOffered, due, paidInTime } = figures;
  return {
    series: `pay ${from} ${until}`,
    asOf: today,
    counts: {
      takingPart,
      offered,
      neverOffered,
      declined,
      notDeclined: offered - declined,
      due,
      inTime: paidInTime,
      late: due - paidInTime,
    },
    relations: [
      { total: "takingPart", parts: ["offered", "neverOffered"] },
      { total: "offered", parts: ["declined", "notDeclined"] },
      { total: "due", parts: ["inTime", "late"] },
    ],
  };
}

function valueOf(cell: ProtectedCount): number | null {
  return cell.kind === "hidden" ? null : cell.value;
}
