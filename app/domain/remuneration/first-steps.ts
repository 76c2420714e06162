import type { NextStep } from "../commitment/next-steps.ts";

/** How far the books of pay have come, in numbers. */
export type PayProgress = {
  /** The newest fund; undefined while there is none. */
  fundId: string | undefined;
  lines: number;
  ownRates: number;
  offers: number;
  payments: number;
  turnouts: number;
};

/** What to do first where nobody has been paid yet, in order. Paths are below the room's own address. */
export function paySteps(progress: PayProgress): NextStep[] {
  const { fundId, lines, ownRates, offers, payments, turnouts } = progress;
  return [
    {
      id: "fund",
      title: "Add a fund",
      why: "Whose money it is, for when, and what it may not be spent on.",
      path: "funds/new",
      done: fundId !== undefined,
    },
    {
      id: "lines",
      title: "Give it lines",
      why: "A line pays for one thing, such as time, fares or childcare. Offers and payments come out of lines.",
      path: fundId ? `funds/${fundId}` : "funds",
      done: lines > 0,
    },
    {
      id: "rates",
      title: "Write your rate card",
      why: "What an hour pays, so that the same work is paid alike. Kept knows the wage floors to check it by.",
      path: "rates",
      done: ownRates > 0,
    },
    {
      id: "offer",
      title: "Make an offer",
      why: "Before the day, to one person by a reference. They choose how and when by a private link.",
      path: "offers/new",
      done: offers > 0,
    },
    {
      id: "payment",
      title: "Record a payment",
      why: "By hand or from your finance system’s file, by the day that was promised.",
      path: "payments",
      done: payments > 0,
    },
    {
      id: "turnout",
      title: "Note how many took part",
      why: "So that people who were never offered anything show too.",
      path: "turnouts",
      done: turnouts > 0,
    },
  ];
}
