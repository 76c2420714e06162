import { parseDay } from "./days.ts";

/** Bank holidays of one jurisdiction as ISO dates. */
export type Holidays = ReadonlySet<string>;

export function isWorkingDay(iso: string, holidays: Holidays): boolean {
  return parseDay(iso).dayOfWeek <= 5 && !holidays.has(iso);
}

/**
 * The date `count` working days after `iso`. The day itself does not count, as UK public bodies reckon
 * (Freedom of Information Act 2000, section 10): something that arrives on Monday and is owed in 1 working day is owed on Tuesday.
 * @param count whole working days from 0 to 2,000; 0 gives the same day or, if that is not a working day, the next one
 * @throws RangeError on any other count or an impossible date
 */
export function addWorkingDays(iso: string, count: number, holidays: Holidays): string {
  if (!Number.isInteger(count) || count < 0 || count > 2000)
    throw new RangeError("Working days must be a whole number from 0 to 2,000.");
  let day = parseDay(iso);
  let left = count;
  while (left > 0 || !isWorkingDay(day.toString(), holidays)) {
    day = day.add({ days: 1 });
    if (left > 0 && isWorkingDay(day.toString(), holidays)) left -= 1;
  }
  return day.toString();
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  let count = 0;
  const end = parseDay(to).toString();
  for (let day = parseDay(from).add({ days: 1 }); day.toString() <= end; day = day.add({ days: 1 }))
    if (isWorkingDay(day.toString(), holidays)) count += 1;
  return count;
}
