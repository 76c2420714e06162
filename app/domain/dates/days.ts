import { Temporal } from "temporal-polyfill";

/** Where a day begins and ends unless somebody says otherwise. */
export const homeZone = "Europe/London";

/**
 * @throws RangeError naming the value when it is not a real calendar date such as 2026-03-31 (2026-02-30 is not)
 */
export function parseDay(iso: string): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) throw notADay(iso);
  try {
    return Temporal.PlainDate.from(iso, { overflow: "reject" });
  } catch {
    throw notADay(iso);
  }
}

function notADay(iso: string): RangeError {
  return new RangeError(
    `“${iso.slice(0, 30)}” is not a date. Write it as year-month-day, such as 2026-03-31.`,
  );
}

/** The civil day in London at an instant (ISO string, UTC): what a reader there would call today. */
export function londonDay(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(homeZone).toPlainDate().toString();
}

/** @param days whole days, may be negative */
export function addDays(iso: string, days: number): string {
  return parseDay(iso).add({ days }).toString();
}

/** Months keep the day where the month has it, otherwise its last day: 31 August less 6 months is 28 (or 29) February. */
export function addMonths(iso: string, months: number): string {
  return parseDay(iso).add({ months }).toString();
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return parseDay(from).until(parseDay(to), { largestUnit: "day" }).days;
}
