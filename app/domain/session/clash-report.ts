import { type Conflict } from "../calendar/conflicts.ts";
import { seriousOf } from "./check-session.ts";
import { type Meeting } from "./import-calendar.ts";
import { givingWay } from "./indicators.ts";

/** What an imported calendar met. */
export interface ClashReport {
  from: string;
  to: string;
  meetings: number;
  /** Meetings with a serious or moderate conflict, in order of time. */
  clashes: { meeting: Meeting; conflicts: Conflict[] }[];
  /** Clashes beyond those listed. */
  more: number;
  seriously: number;
  givingWay: { tradition: string; times: number }[];
  problems: string[];
}

/** A list that a person can read; the counts cover all. */
const MOST_LISTED = 200;

/** @param conflicts one list for each meeting, in their order */
export function clashReport(
  meetings: readonly Meeting[],
  conflicts: readonly (readonly Conflict[])[],
  problems: string[],
  window: { from: string; to: string },
): ClashReport {
  const all = meetings
    .map((meeting, index) => ({
      meeting,
      conflicts: (conflicts[index] ?? []).filter(({ severity }) => severity !== "note"),
    }))
    .filter((one) => one.conflicts.length > 0);
  const serious = all.map((one) => seriousOf(one.conflicts)).filter((one) => one.length > 0);
  return {
    ...window,
    meetings: meetings.length,
    clashes: all.slice(0, MOST_LISTED),
    more: Math.max(0, all.length - MOST_LISTED),
    seriously: serious.length,
    givingWay: givingWay(
      serious.map((those) => ({ gaveWay: [...new Set(those.map(({ tradition }) => tradition))] })),
    ),
    problems,
  };
}
