import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import { Refusal } from "../refusal.ts";
import { type Carry, carriedOf, heldBy } from "./carry.ts";
import type { Fund, Line, Move, Overspend } from "./fund.ts";

/** What an offer still binds, in pence: its fee and expenses, whatever has been paid of it taken off by the position. */
export type Commitment = { offerId: string; lineId: string; amountPence: number };
export type Spending = { lineId: string; offerId: string | null; amountPence: number };

/** All in whole pence. `left` = budget − spent − committed; `forecast` = spent + committed: what will be gone if all is paid. */
export type LinePosition = {
  lineId: string;
  budget: number;
  spent: number;
  committed: number;
  forecast: number;
  left: number;
};

/**
 * Where a line stands. Money paid on an offer uses up that offer's commitment and never counts twice; money paid beyond an
 * offer is spent all the same. A refund is a negative spending.
 */
export function linePosition(
  line: Pick<Line, "id" | "amountPence">,
  moves: readonly Move[],
  offers: readonly Commitment[],
  spendings: readonly Spending[],
): LinePosition {
  const moved = moves.reduce(
    (sum, move) =>
      sum +
      (move.toLine === line.id ? move.amountPence : 0) -
      (move.fromLine === line.id ? move.amountPence : 0),
    0,
  );
  const budget = line.amountPence + moved;
  const paidOn = new Map<string, number>();
  let spent = 0;
  for (const spending of spendings) {
    if (spending.lineId !== line.id) continue;
    spent += spending.amountPence;
    if (spending.offerId)
      paidOn.set(spending.offerId, (paidOn.get(spending.offerId) ?? 0) + spending.amountPence);
  }
  const committed = offers
    .filter((offer) => offer.lineId === line.id)
    .reduce((sum, offer) => sum + Math.max(0, offer.amountPence - (paidOn.get(offer.offerId) ?? 0)), 0);
  return {
    lineId: line.id,
    budget,
    spent,
    committed,
    forecast: spent + committed,
    left: budget - spent - committed,
  };
}

/** The fund's total, and what has not been given to any line. Adds up to the penny with its lines. */
export function fundPosition(
  fund: Fund,
  lines: readonly Line[],
  moves: readonly Move[],
  positions: readonly LinePosition[],
  carries: readonly Carry[] = [],
) {
  const held = heldBy(fund, carries);
  const sum = (pick: (position: LinePosition) => number) =>
    positions.reduce((total, position) => total + pick(position), 0);
  const inLines = sum((position) => position.budget);
  return {
    held,
    ...carriedOf(fund.id, carries),
    unallocated: held - inLines,
    spent: sum((position) => position.spent),
    committed: sum((position) => position.committed),
    forecast: sum((position) => position.forecast),
    left: held - sum((position) => position.spent) - sum((position) => position.committed),
    lines: lines.length,
    moves: moves.length,
  };
}

/**
 * May this money leave (or be promised from) the line? `alreadyCommitted` is the part of it that an offer already binds.
 * @throws Refusal that says how much is left and what to do
 */
export function requireRoom(
  position: LinePosition,
  amountPence: number,
  alreadyCommitted: number,
  overspends: readonly Overspend[],
  field = "amountPence",
): void {
  const allowance = overspends
    .filter((overspend) => overspend.lineId === position.lineId)
    .reduce((most, overspend) => Math.max(most, overspend.overByPence), 0);
  // Money coming back always fits. What an offer has bound already takes nothing more from the line: it may be paid as long
  // as the money is really there, even where a changed mind has made the line promise more than it holds.
  if (amountPence <= 0) return;
  const beyond = Math.max(0, amountPence - alreadyCommitted);
  const leftAfter = beyond > 0 ? position.left - beyond : position.budget - position.spent - amountPence;
  if (leftAfter < -allowance)
    throw Refusal.invalid({
      [field]: [
        `This line has ${formatPence(Math.max(0, position.left))} left, and this needs ${formatPence(amountPence)}. ` +
          `Move money to the line, or record a decision to overspend, with the reason.`,
      ],
    });
}

/**
 * Money back takes back what was paid, and never more: pay below nothing is a slip of the keyboard.
 * @param paidPence what was paid so far on the same offer, or from the same line
 * @throws Refusal that says how much could come back
 */
export function requirePaidBefore(paidPence: number, amountPence: number, field = "amountPence"): void {
  if (amountPence >= 0 || paidPence + amountPence >= 0) return;
  throw Refusal.invalid({
    [field]: [
      `${formatPence(amountPence)} is below £0, and ${paidPence > 0 ? `only ${formatPence(paidPence)}` : "nothing"} was paid there that could come back. ` +
        `Correct the sign, or record first the payment that it takes back.`,
    ],
  });
}

/**
 * @param mayEnd money comes back after a fund has ended too; it never comes back before it began
 * @throws Refusal when a date lies outside the fund's own period
 */
export function requireWithinPeriod(
  fund: Pick<Fund, "title" | "startsOn" | "endsOn">,
  on: string,
  field = "date",
  mayEnd = false,
): void {
  if (on < fund.startsOn)
    throw Refusal.invalid({
      [field]: [
        `${writtenDay(on)} is before the fund “${fund.title}” began on ${writtenDay(fund.startsOn)}. Correct the day, or use a fund that covers it.`,
      ],
    });
  if (on > fund.endsOn && !mayEnd)
    throw Refusal.invalid({
      [field]: [
        `${writtenDay(on)} is after the fund “${fund.title}” ended on ${writtenDay(fund.endsOn)}. Correct the day, or use a fund that covers it.`,
      ],
    });
}

/** What is recorded here has happened; each asks for something else where it has not. */
const remedies = {
  payment:
    "A payment is recorded once it is made. The day by which one is planned belongs in the offer, as its promise.",
  "money back": "Money that came back is recorded once it is there.",
  offer: "An offer is recorded once it is made. The day that it is for may lie ahead.",
  decision: "A decision is recorded once it is made.",
  turnout: "How many took part is noted afterwards.",
} as const;

/**
 * @param on ISO date; @param today ISO date
 * @throws Refusal when something that must have happened is dated later than today
 */
export function requireHappened(
  what: keyof typeof remedies,
  on: string,
  today: string,
  field = "date",
): void {
  if (on > today)
    throw Refusal.invalid({ [field]: [`${writtenDay(on)} has not come yet. ${remedies[what]}`] });
}
