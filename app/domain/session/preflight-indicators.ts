import { addMonths } from "../dates/days.ts";
import type { Computed, Indicator } from "../commitment/indicator.ts";
import { share } from "../training/indicators.ts";

/** One row for each session that was not called off, with or without a preflight. */
export type PreflightRow = {
  /** ISO dates. */
  heldOn: string;
  handoutOn?: string;
  invitedOn?: string;
  /** The decision, up to the day of the invitation, that let it go ahead and still holds. */
  clearedOn?: string;
  racismDiscussed: boolean;
  twoRacialised: boolean;
  /** Told afterwards: how many items were in the plan, and how many of them differed on the day. */
  afterwards?: { planned: number; differed: number };
};

const none = "No session in the last year.";

function lastYear(rows: readonly PreflightRow[], today: string): readonly PreflightRow[] {
  const from = addMonths(today, -12);
  return rows.filter(({ heldOn }) => heldOn > from && heldOn <= today);
}

type Rule = {
  id: string;
  room: string;
  title: string;
  caveat: string;
  of?: (row: PreflightRow) => boolean;
  holds: (row: PreflightRow) => boolean;
  nothing?: string;
};

function shareOfSessions({ id, room, title, caveat, of = () => true, holds, nothing = none }: Rule) {
  const indicator: Indicator<readonly PreflightRow[]> = {
    id,
    room,
    title,
    unit: "%",
    direction: "up",
    caveat,
    compute(rows, today): Computed {
      const counted = lastYear(rows, today).filter(of);
      return share(counted.filter(holds).length, counted.length, "The last twelve months.", nothing);
    },
  };
  return indicator;
}

export const indicators = [
  shareOfSessions({
    id: "training.sessions-with-handout",
    room: "training",
    title: "Sessions where the handout was shared beforehand",
    caveat: "Shared at least the day before. That it was sent does not say that it was read.",
    holds: ({ handoutOn, heldOn }) => handoutOn !== undefined && handoutOn < heldOn,
  }),
  shareOfSessions({
    id: "training.two-racialised-facilitators",
    room: "training",
    title: "Sessions on racism led by two facilitators from racialised backgrounds",
    caveat: "As the organisation says of each session; nothing is kept beside a facilitator's name.",
    of: ({ racismDiscussed }) => racismDiscussed,
    holds: ({ twoRacialised }) => twoRacialised,
    nothing: "No session on racism with a preflight in the last year.",
  }),
  shareOfSessions({
    id: "preflight.before-invitation",
    room: "session",
    title: "Sessions cleared by a preflight before the invitation",
    caveat:
      "A session without a preflight, without the day of its invitation, or changed since it was cleared counts as not cleared.",
    holds: ({ clearedOn, invitedOn }) =>
      clearedOn !== undefined && invitedOn !== undefined && clearedOn <= invitedOn,
  }),
  asPlanned(),
];

function asPlanned(): Indicator<readonly PreflightRow[]> {
  return {
    id: "preflight.as-planned",
    room: "session",
    title: "Planned items that were so on the day",
    unit: "%",
    direction: "up",
    caveat:
      "As the organisation tells it afterwards. Items that were still open before count as no plan, and sessions that nobody wrote down are not counted.",
    compute(rows, today) {
      const told = lastYear(rows, today).flatMap(({ afterwards }) => (afterwards ? [afterwards] : []));
      const planned = told.reduce((sum, each) => sum + each.planned, 0);
      const differed = told.reduce((sum, each) => sum + each.differed, 0);
      return share(
        planned - differed,
        planned,
        "The last twelve months.",
        "No session was told afterwards yet.",
      );
    },
  };
}
