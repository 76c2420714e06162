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

function weekdayOf(at: string | Date): string {
  return new Date(`${londonDate(at)}T12:00:00Z`).toLocaleDateString("en-GB", {
    weekday: "long",
    timeZone: "UTC",
  });
}

/** Words in a row: "a, b and c". */
export function andList(words: readonly string[]): string {
  const [last, ...before] = [...words].reverse();
  return before.length === 0 ? (last ?? "") : `${before.reverse().join(", ")} and ${last}`;
}
