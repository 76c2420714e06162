import { parseDay } from "./days.ts";

/** Bank holidays of one jurisdiction as ISO dates. */
export type Holidays = ReadonlySet<string>;

export function isWorkingDay(iso: string, holidays: Holidays): boolean {
  return isWorking(parseDay(iso).dayOfWeek, iso, holidays);
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
  let works = isWorking(day.dayOfWeek, iso, holidays);
  while (left > 0 || !works) {
    day = day.add({ days: 1 });
    works = isWorking(day.dayOfWeek, day.toString(), holidays);
    if (left > 0 && works) left -= 1;
  }
  return day.toString();
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. Reckoned, not counted: lists ask it for each row. */
export function workingDaysBetween(from: string, to: string, holidays: Holidays): number {
  const start = parseDay(from);
  const days = start.until(parseDay(to), { largestUnit: "day" }).days;
  if (days <= 0) return 0;
  const wholeWeeks = Math.floor(days / 7);
  let count = wholeWeeks * 5;
  for (let after = 1; after <= days % 7; after += 1)
    if (((start.dayOfWeek - 1 + after) % 7) + 1 <= lastWorkingDay) count += 1;
  for (const holiday of holidays)
    if (holiday > from && holiday <= to && parseDay(holiday).dayOfWeek <= lastWorkingDay) count -= 1;
  return count;
}

const lastWorkingDay = 5;

function isWorking(dayOfWeek: number, iso: string, holidays: Holidays): boolean {
  return dayOfWeek <= lastWorkingDay && !holidays.has(iso);
}
