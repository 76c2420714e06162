import { type Observance } from "./observance.ts";
import { isBankHoliday, traditionName } from "./tradition-names.ts";

/** An observance as a page lists it: bank holidays of several jurisdictions are one line. */
export interface Listed extends Observance {
  /** "Hindu", "Bank holiday: UK". */
  traditionLabel: string;
}

const WHERE: Record<string, string> = {
  uk_bank_holiday_england_wales: "England and Wales",
  uk_bank_holiday_northern_ireland: "Northern Ireland",
  uk_bank_holiday_scotland: "Scotland",
};

/**
 * Puts bank holidays of one day together. The catalogue has the last Monday of August under two ids where both are in
 * use; a reader sees one.
 */
export function forReaders(observances: readonly Observance[]): Listed[] {
  const holidays = new Map<string, { observance: Observance; where: Set<string> }>();
  const listed: Listed[] = [];
  for (const observance of observances) {
    if (!isBankHoliday(observance.tradition)) {
      listed.push({ ...observance, traditionLabel: traditionName(observance.tradition) });
      continue;
    }
    const date = observance.variants[0]?.date ?? "";
    const known = holidays.get(date);
    const where = WHERE[observance.tradition] ?? observance.tradition;
    if (known) known.where.add(where);
    else holidays.set(date, { observance, where: new Set([where]) });
  }
  for (const { observance, where } of holidays.values()) {
    const places = where.size === Object.keys(WHERE).length ? "UK" : [...where].sort().join(", ");
    listed.push({ ...observance, traditionLabel: `Bank holiday: ${places}` });
  }
  return listed.sort((a, b) => compare(dateOf(a), dateOf(b)) || compare(a.traditionLabel, b.traditionLabel));
}

const dateOf = (one: Observance) => one.variants[0]?.date ?? "";
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What comes every week; month and year pages say it once instead of on each day. */
export const isWeekly = ({ kind }: Pick<Observance, "kind">): boolean => kind === "weekly";

/** A day with what is, or may be, kept on it. */
export interface CalendarDay {
  date: string;
  items: { item: Listed; likely: boolean }[];
}

/** Every day of a window with what falls on it, possible dates too, marked as such. Seasons stand on their first day. */
export function daysHolding(dates: readonly string[], listed: readonly Listed[]): CalendarDay[] {
  const byDate = new Map<string, CalendarDay>(dates.map((date) => [date, { date, items: [] }]));
  for (const item of listed) {
    item.variants.forEach(({ date }, index) => {
      byDate.get(date)?.items.push({ item, likely: index === 0 });
    });
  }
  return [...byDate.values()];
}
