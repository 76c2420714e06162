import { formatDate, formatInstant, londonDate } from "../format.ts";

/**
 * "Friday 19 June 2026, 12:30 to 14:30" by London's clock; over several days "Tuesday 9 June to Thursday 11 June 2026, each day 10:00 to 16:00".
 * @param daily the same hours on each day, or straight through
 */
export function sessionTimes(startsAt: string | Date, endsAt: string | Date, daily = false): string {
  const end = formatInstant(endsAt);
  if (daily) {
    const [first, last] = [startsAt, endsAt].map((at) => `${weekdayOf(at)} ${formatDate(londonDate(at))}`);
    return `${first} to ${last}, each day ${formatInstant(startsAt).slice(-5)} to ${end.slice(-5)}`;
  }
  const sameDay = londonDate(startsAt) === londonDate(endsAt);
  return `${weekdayOf(startsAt)} ${formatInstant(startsAt)} to ${sameDay ? end.slice(-5) : `${weekdayOf(endsAt)} ${end}`}`;
}

/** "2026-06-19" → "Friday 19 June 2026". */
export const dayInWords = (date: string): string => `${weekdayOf(`${date}T12:00:00Z`)} ${formatDate(date)}`;

function weekdayOf(at: string | Date): string {
  return new Date(`${londonDate(at)}T12:00:00Z`).toLocaleDateString("en-GB", {
    weekday: "long",
    timeZone: "UTC",
  });
}

/** Words in a row: "a, b and c". */
export const andList = (words: readonly string[]): string => listed(words, "and");

/** Words to choose from: "a, b or c". */
export const orList = (words: readonly string[]): string => listed(words, "or");

function listed(words: readonly string[], before: string): string {
  const [last, ...others] = [...words].reverse();
  return others.length === 0 ? (last ?? "") : `${others.reverse().join(", ")} ${before} ${last}`;
}
