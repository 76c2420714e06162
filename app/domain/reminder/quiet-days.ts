import { observancesBetween } from "../calendar/index.ts";
import { addDays, addMonths, daysBetween } from "../dates/days.ts";

const kept = new Set(["work-prohibited", "major"]);

/**
 * The days of the next twelve months on which people of a tradition rest or celebrate: ISO dates and nothing else, in order.
 * Where it is not settled which day is kept, every day that may be.
 * @throws RangeError for an unknown tradition
 */
export function daysToKeepQuiet(tradition: string, today: string): string[] {
  const until = addDays(addMonths(today, 12), -1);
  const days = observancesBetween(today, until, { traditions: [tradition] })
    .filter(({ severity }) => kept.has(severity))
    .flatMap(({ variants }) => variants)
    .flatMap(({ date, endDate }) =>
      Array.from({ length: daysBetween(date, endDate ?? date) + 1 }, (_, more) => addDays(date, more)),
    )
    .filter((day) => day >= today && day <= until);
  return [...new Set(days)].sort();
}
