import { formatInstant, londonDate } from "../format.ts";

/** "Friday 19 June 2026, 12:30 to 14:30" by London's clock. */
export function sessionTimes(startsAt: string | Date, endsAt: string | Date): string {
  const end = formatInstant(endsAt);
  const sameDay = londonDate(startsAt) === londonDate(endsAt);
  const weekday = new Date(`${londonDate(startsAt)}T12:00:00Z`).toLocaleDateString("en-GB", {
    weekday: "long",
    timeZone: "UTC",
  });
  return `${weekday} ${formatInstant(startsAt)} to ${sameDay ? end.slice(-5) : end}`;
}

/** Words in a row: "a, b and c". */
export function andList(words: readonly string[]): string {
  const [last, ...before] = [...words].reverse();
  return before.length === 0 ? (last ?? "") : `${before.reverse().join(", ")} and ${last}`;
}
