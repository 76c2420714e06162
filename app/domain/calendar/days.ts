/** Civil days as whole numbers since 1 January 1970: the fast inner form of an ISO date. */
export type Day = number;

export const DAY_MS = 86_400_000;

const isoByDay = new Map<Day, string>();

/** Epoch day of a Gregorian date; month is 1–12 and day may run past the month's end. */
export function dayOf(year: number, month: number, day: number): Day {
  return Math.round(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** Epoch day of a Julian date, which the Orthodox and Ethiopian churches count by; month is 1–12. */
export function julianDay(year: number, month: number, day: number): Day {
  const [y, m] = month > 2 ? [year, month] : [year - 1, month + 12];
  return Math.floor(365.25 * (y + 4716)) + Math.floor(30.6001 * (m + 1)) + day - 2_442_112;
}

/** "2026-11-08" for an epoch day. */
export function isoOf(day: Day): string {
  const known = isoByDay.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (isoByDay.size < 50_000) isoByDay.set(day, iso);
  return iso;
}

export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The first given weekday on or after a day. */
export function weekdayFrom(day: Day, weekday: number): Day {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

/** The civil day of an instant at a fixed offset from UTC, in hours. */
export function civilDay(instant: number, offsetHours: number): Day {
  return Math.floor((instant + offsetHours * 3_600_000) / DAY_MS);
}

/**
 * Reads an ISO date into an epoch day.
 * @throws RangeError naming the field when the text is not a real date between 1900 and 2200.
 */
export function readDay(iso: string, field: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const day = match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
  if (Number.isNaN(day) || isoOf(day) !== iso) {
    throw new RangeError(
      `${field}: "${iso}" is not a real date. Write it as year-month-day, such as 2026-11-08.`,
    );
  }
  const year = yearOf(day);
  if (year < 1900 || year > 2200) {
    throw new RangeError(
      `${field}: ${iso} is outside the years 1900 to 2200 that this calendar can work out.`,
    );
  }
  return day;
}
