/** How dates, counts and money are written. Pure: dates come in as ISO strings, and today is an argument. */

import { countOf, formatNumber } from "#app/domain/counted.ts";
import { monthNames } from "#app/domain/dates/month-names.ts";

export { formatNumber };

/** The parts of an ISO date or date-time string's date, month from 1. @throws RangeError when it is not one. */
function dateParts(iso: string): { year: number; month: number; day: number; name: string } {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(iso);
  const [year, month, day] = found ? found.slice(1).map(Number) : [];
  const name = month === undefined ? undefined : monthNames[month - 1];
  if (year === undefined || month === undefined || day === undefined || name === undefined) {
    throw new RangeError(`"${iso}" is not a date: write it as year-month-day, for example 2026-11-12.`);
  }
  return { year, month, day, name };
}

/** "2026-11-12" → "12 November 2026". Takes a date, not an instant: see `formatInstant`. */
export function formatDate(iso: string): string {
  const { year, day, name } = dateParts(iso);
  return `${day} ${name} ${year}`;
}

/** "2026-11-12" → "12 Nov 2026", for tables. */
export function formatShortDate(iso: string): string {
  const { year, day, name } = dateParts(iso);
  return `${day} ${name.slice(0, 3)} ${year}`;
}

/** "2026-11-12" or "2026-11" → "November 2026". */
export function formatMonth(iso: string): string {
  const { year, name } = dateParts(iso.length === 7 ? `${iso}-01` : iso);
  return `${name} ${year}`;
}

/** "2026-11" or a date → "Nov", or "Nov 2026" with `year`. */
export function formatShortMonth(iso: string, withYear: boolean): string {
  const { year, name } = dateParts(iso.length === 7 ? `${iso}-01` : iso);
  return withYear ? `${name.slice(0, 3)} ${year}` : name.slice(0, 3);
}

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function londonParts(instant: string | Date): { date: string; time: string } {
  const parts = Object.fromEntries(
    london
      .formatToParts(typeof instant === "string" ? new Date(instant) : instant)
      .map((part) => [part.type, part.value]),
  );
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The ISO date on which an instant falls in London. */
export function londonDate(instant: string | Date): string {
  return londonParts(instant).date;
}

/** An instant as London's clock shows it: "12 November 2026, 14:05". */
export function formatInstant(instant: string | Date): string {
  const { date, time } = londonParts(instant);
  return `${formatDate(date)}, ${time}`;
}

/** Days since 1 January 1970. */
export function epochDay(iso: string): number {
  const { year, month, day } = dateParts(iso);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Whole days from one date to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** "18 days overdue", "due today", "due in 3 days". */
export function formatDue(dueOn: string, today: string): string {
  const late = daysBetween(dueOn, today);
  if (late === 0) return "due today";
  return late > 0 ? `${countOf(late, "day")} overdue` : `due in ${countOf(-late, "day")}`;
}

/** A measure's value with its unit: "40%", "£1,200", "12 days". A unit of "£" stands before the number. */
export function formatValue(value: number, unit: string): string {
  if (unit === "%") return `${formatNumber(value)}%`;
  if (unit === "£") return `${value < 0 ? "−" : ""}£${formatNumber(Math.abs(value))}`;
  return unit === "" ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

/** Whole pence → "£1,234.50"; whole pounds lose their pence: "£30". */
export function formatPence(pence: number): string {
  const digits = pence % 100 === 0 ? 0 : 2;
  const pounds = new Intl.NumberFormat("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${pence < 0 ? "−" : ""}£${pounds.format(Math.abs(pence) / 100)}`;
}

const ordinals = new Intl.PluralRules("en-GB", { type: "ordinal" });
const suffixes: Record<string, string> = { one: "st", two: "nd", few: "rd" };

/** 1 → "1st", 12 → "12th", 23 → "23rd". */
export function ordinal(n: number): string {
  return `${n}${suffixes[ordinals.select(n)] ?? "th"}`;
}

const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** ["food", "travel", "time"] → "food, travel and time". */
export function listOf(words: string[]): string {
  return lists.format(words);
}
