import { type Day, dayOf, weekdayOf, yearOf } from "../calendar/days.ts";

/** A repeating rule (RFC 5545, section 3.3.10), already taken apart by a parser. Days of the week: 1 Sunday to 7 Saturday. */
export interface Recurrence {
  freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  count?: number;
  /** The last day on which it may fall. */
  until?: Day;
  /** Months, 1 to 12. */
  months: readonly number[];
  /** Days of the month, negative from its end. */
  monthDays: readonly number[];
  /** `nth` is 0 for every such day, 2 for the second, -1 for the last. */
  weekdays: readonly { nth: number; weekday: number }[];
  /** Which of a period's days count, negative from the end. */
  positions: readonly number[];
  /** 0 Sunday to 6 Saturday. */
  weekStart: number;
}

/** Rules older than this are not followed: an event that began before 1970 is a mistake or an attack. */
const EARLIEST = dayOf(1970, 1, 1);

/**
 * The days on which a rule falls within a window. The work is bounded by the number of periods between the start and the
 * window's end, whatever the rule says, so that no file can keep the machine busy.
 * @param first the day of the event itself, which always counts
 * @throws RangeError when the event began before 1970
 */
export function daysOfRecurrence(rule: Recurrence, first: Day, from: Day, to: Day): Day[] {
  if (first < EARLIEST) throw new RangeError("start: an event that repeats began before 1970.");
  const last = Math.min(to, rule.until ?? to);
  const found: Day[] = [];
  let counted = 0;
  for (const period of periodsFrom(rule, first, last)) {
    for (const day of daysIn(rule, period, first)) {
      if (day < first || day > last) continue;
      counted += 1;
      if (rule.count !== undefined && counted > rule.count) return found;
      if (day >= from) found.push(day);
    }
  }
  return found;
}

interface Period {
  start: Day;
  end: Day;
}

function* periodsFrom({ freq, interval, weekStart }: Recurrence, first: Day, last: Day): Generator<Period> {
  const step = Math.max(1, Math.min(interval, 100_000));
  if (freq === "DAILY" || freq === "WEEKLY") {
    const length = freq === "DAILY" ? 1 : 7;
    const back = freq === "DAILY" ? 0 : (weekdayOf(first) - weekStart + 7) % 7;
    for (let start = first - back; start <= last; start += length * step)
      yield { start, end: start + length - 1 };
    return;
  }
  const months = freq === "MONTHLY" ? 1 : 12;
  const at = new Date(first * 86_400_000);
  for (let month = freq === "MONTHLY" ? at.getUTCMonth() : 0; ; month += months * step) {
    const start = dayOf(at.getUTCFullYear(), month + 1, 1);
    if (start > last) return;
    yield { start, end: dayOf(at.getUTCFullYear(), month + 1 + months, 1) - 1 };
  }
}

function daysIn(rule: Recurrence, period: Period, first: Day): Day[] {
  const days: Day[] = [];
  for (let day = period.start; day <= period.end; day++)
    if (matches(rule, day, period, first)) days.push(day);
  if (rule.positions.length === 0) return days;
  const chosen = rule.positions.map((position) => days.at(position > 0 ? position - 1 : position));
  return [...new Set(chosen.filter((day): day is Day => day !== undefined))].sort((a, b) => a - b);
}

function matches(rule: Recurrence, day: Day, period: Period, first: Day): boolean {
  const { freq, months, monthDays, weekdays } = rule;
  const date = new Date(day * 86_400_000);
  const month = date.getUTCMonth() + 1;
  const start = new Date(first * 86_400_000);
  if (months.length > 0 && !months.includes(month)) return false;
  if (monthDays.length > 0) {
    const length = dayOf(yearOf(day), month + 1, 1) - dayOf(yearOf(day), month, 1);
    const number = date.getUTCDate();
    if (!monthDays.some((one) => (one > 0 ? one : length + 1 + one) === number)) return false;
  }
  if (weekdays.length > 0) return weekdays.some((one) => onWeekday(one, rule, day, period));
  if (monthDays.length > 0) return true;
  // What the rule leaves open it takes from the event itself.
  if (freq === "WEEKLY") return weekdayOf(day) === weekdayOf(first);
  if (freq === "DAILY") return true;
  const sameDate = date.getUTCDate() === start.getUTCDate();
  return sameDate && (freq === "MONTHLY" || months.length > 0 || month === start.getUTCMonth() + 1);
}

function onWeekday(
  { nth, weekday }: { nth: number; weekday: number },
  { freq, months }: Recurrence,
  day: Day,
  period: Period,
): boolean {
  if (weekdayOf(day) !== weekday - 1) return false;
  if (nth === 0 || freq === "DAILY" || freq === "WEEKLY") return true;
  const date = new Date(day * 86_400_000);
  const inMonth = freq === "MONTHLY" || months.length > 0;
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const [start, end] = inMonth
    ? [dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1]
    : [period.start, period.end];
  const place = nth > 0 ? Math.floor((day - start) / 7) + 1 : -(Math.floor((end - day) / 7) + 1);
  return place === nth;
}
