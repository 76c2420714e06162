import { wilson, type Interval } from "#app/domain/statistics/index.ts";
import type { CountsByStage } from "./round.ts";
import { countSelection, peopleOf, type Selection } from "./selection.ts";

/** Private until its figures have passed `protect`. */
export interface Retention {
  readonly stayed: number;
  readonly appointed: number;
  readonly interval: Interval | null;
  /** One or two people of this group in all, in a group of people where others are more: a finding of its own. */
  readonly sameOneOrTwo: boolean;
  readonly sentence: string;
}

/** Of the people appointed, how many are still there after 6 or 12 months. Null when that was not counted. */
export function retention(counts: CountsByStage, months: 6 | 12, group: Selection): Retention | null {
  const start = counts.appointed;
  const end = counts[`there_after_${months}_months`];
  if (!start || !end) return null;
  const appointed = countSelection(start, group).x;
  const now = countSelection(end, group);
  const sameOneOrTwo = now.x >= 1 && now.x <= 2 && now.n > 2 * now.x;
  const base = `Of ${appointed} ${peopleOf(group)} who were appointed, ${now.x} are still there after ${months} months.`;
  const few = sameOneOrTwo
    ? ` The same one or two people carry every room: they are ${now.x} of the ${now.n} who are still there.`
    : "";
  const interval = appointed === 0 ? null : wilson({ x: now.x, n: appointed, conf: 0.95 });
  return { stayed: now.x, appointed, interval, sameOneOrTwo, sentence: base + few };
}
