import { DAY_MS, type Day, dayOf, weekdayOf, yearOf } from "../calendar/days.ts";

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
  /** Days of the year, negative from its end. */
  yearDays: readonly number[];
  /** Weeks of the year as ISO 8601 counts them, from `weekStart`; negative from its end. */
  weeks: readonly number[];
  /** `nth` is 0 for every such day, 2 for the second, -1 for the last. */
  weekdays: readonly { nth: number; weekday: number }[];
  /** Which of a period's days count, negative from the end. */
  positions: readonly number[];
  /** 0 Sunday to 6 Saturday. */
  weekStart: number;
}

/** How many days may be looked at for all the rules of a file. */
export interface Budget {
  left: number;
}

/**
 * The days on which a rule falls within a window. The work is bounded by the number of periods between the start and the
 * window's end, whatever the rule says, and by the budget, so that no file can keep the machine busy.
 * @param first the day of the event itself, which always counts
 * @throws RangeError naming `file` when the budget is used up
 */
export function daysOfRecurrence(
  rule: Recurrence,
  first: Day,
  from: Day,
  to: Day,
  budget: Budget = { left: Infinity },
): Day[] {
  const last = Math.min(to, rule.until ?? to);
  const found: Day[] = [];
  // The event itself is the first of its count, whether it fits its rule or not.
  let counted = 1;
  for (const period of periodsFrom(rule, first, from, last)) {
    for (const day of daysIn(rule, period, first, budget)) {
      if (day < first || day > last) continue;
      if (day > first) counted += 1;
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

/** Where nothing is counted, the periods before the window are passed over in one step. */
function* periodsFrom(rule: Recurrence, first: Day, from: Day, last: Day): Generator<Period> {
  const { freq, weekStart } = rule;
  const step = Math.max(1, Math.min(rule.interval, 100_000));
  const idle = rule.count === undefined ? Math.max(0, from - first) : 0;
  if (freq === "DAILY" || freq === "WEEKLY") {
    const length = freq === "DAILY" ? 1 : 7;
    const back = freq === "DAILY" ? 0 : (weekdayOf(first) - weekStart + 7) % 7;
    const passed = Math.max(0, Math.floor(idle / (length * step)) - 1) * length * step;
    for (let start = first - back + passed; start <= last; start += length * step)
      yield { start, end: start + length - 1 };
    return;
  }
  const months = freq === "MONTHLY" ? 1 : 12;
  const at = new Date(first * DAY_MS);
  const passed = Math.max(0, Math.floor(idle / 31 / (months * step)) - 1) * months * step;
  for (let month = (freq === "MONTHLY" ? at.getUTCMonth() : 0) + passed; ; month += months * step) {
    const start = dayOf(at.getUTCFullYear(), month + 1, 1);
    if (!(start <= last)) return;
    yield { start, end: dayOf(at.getUTCFullYear(), month + 1 + months, 1) - 1 };
  }
}

function daysIn(rule: Recurrence, period: Period, first: Day, budget: Budget): Day[] {
  const days: Day[] = [];
  for (const { start, end } of spansIn(rule, period, first)) {
    budget.left -= end - start + 1;
    if (budget.left < 0)
      throw new RangeError(
        "file: its repeating events take too long to work out. Export a shorter time from your calendar program.",
      );
    for (let day = start; day <= end; day++) if (matches(rule, day, period, first)) days.push(day);
  }
  if (rule.positions.length === 0) return days;
  const chosen = rule.positions.map((position) => days.at(position > 0 ? position - 1 : position));
  return [...new Set(chosen.filter((day): day is Day => day !== undefined))].sort((a, b) => a - b);
}

/** The parts of a period in which a rule can fall: of a year, its months alone when it names some. */
function spansIn(rule: Recurrence, period: Period, first: Day): Period[] {
  if (rule.freq !== "YEARLY") return [period];
  const open = [rule.monthDays, rule.weekdays, rule.yearDays, rule.weeks].every((one) => one.length === 0);
  const months =
    rule.months.length > 0 ? rule.months : open ? [new Date(first * DAY_MS).getUTCMonth() + 1] : [];
  if (months.length === 0) return [period];
  const year = yearOf(period.start);
  return [...new Set(months)]
    .filter((month) => month >= 1 && month <= 12)
    .sort((a, b) => a - b)
    .map((month) => ({ start: dayOf(year, month, 1), end: dayOf(year, month + 1, 1) - 1 }));
}

function matches(rule: Recurrence, day: Day, period: Period, first: Day): boolean {
  const { freq, months, monthDays, yearDays, weeks, weekdays } = rule;
  const date = new Date(day * DAY_MS);
  const month = date.getUTCMonth() + 1;
  const start = new Date(first * DAY_MS);
  if (months.length > 0 && !months.includes(month)) return false;
  if (monthDays.length > 0) {
    const length = dayOf(yearOf(day), month + 1, 1) - dayOf(yearOf(day), month, 1);
    const number = date.getUTCDate();
    if (!monthDays.some((one) => (one > 0 ? one : length + 1 + one) === number)) return false;
  }
  if (yearDays.length > 0 && !inYear(day, yearDays)) return false;
  if (weeks.length > 0) {
    if (!inWeeks(day, weeks, rule.weekStart)) return false;
    const wanted = weekdays.length > 0 ? weekdays.map((one) => one.weekday - 1) : [weekdayOf(first)];
    return wanted.includes(weekdayOf(day));
  }
  if (weekdays.length > 0) return weekdays.some((one) => onWeekday(one, rule, day, period));
  if (monthDays.length > 0 || yearDays.length > 0) return true;
  // What the rule leaves open it takes from the event itself.
  if (freq === "WEEKLY") return weekdayOf(day) === weekdayOf(first);
  if (freq === "DAILY") return true;
  const sameDate = date.getUTCDate() === start.getUTCDate();
  return sameDate && (freq === "MONTHLY" || months.length > 0 || month === start.getUTCMonth() + 1);
}

function inYear(day: Day, wanted: readonly number[]): boolean {
  const year = yearOf(day);
  const [number, length] = [day - dayOf(year, 1, 1) + 1, dayOf(year + 1, 1, 1) - dayOf(year, 1, 1)];
  return wanted.some((one) => (one > 0 ? one : length + 1 + one) === number);
}

/** Week 1 is the first with at least four days in the year, so that a week belongs to the year of its fourth day. */
function inWeeks(day: Day, wanted: readonly number[], weekStart: number): boolean {
  const fourth = day - ((weekdayOf(day) - weekStart + 7) % 7) + 3;
  const year = yearOf(fourth);
  const number = Math.floor((fourth - dayOf(year, 1, 1)) / 7) + 1;
  const weeks = number + Math.floor((dayOf(year + 1, 1, 1) - 1 - fourth) / 7);
  return wanted.some((one) => (one > 0 ? one : weeks + 1 + one) === number);
}

function onWeekday(
  { nth, weekday }: { nth: number; weekday: number },
  { freq, months }: Recurrence,
  day: Day,
  period: Period,
): boolean {
  if (weekdayOf(day) !== weekday - 1) return false;
  if (nth === 0 || freq === "DAILY" || freq === "WEEKLY") return true;
  const date = new Date(day * DAY_MS);
  const inMonth = freq === "MONTHLY" || months.length > 0;
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const [start, end] = inMonth
    ? [dayOf(year, month, 1), dayOf(year, month + 1, 1) - 1]
    : [period.start, period.end];
  const place = nth > 0 ? Math.floor((day - start) / 7) + 1 : -(Math.floor((end - day) / 7) + 1);
  return place === nth;
}
