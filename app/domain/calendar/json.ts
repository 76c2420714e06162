import { type Options, observancesBetween } from "./observances-between.ts";
import { type Observance, type Severity, type Variant } from "./observance.ts";
import { type DayOfPrayer, type PrayerQuestion, prayerTimes } from "./prayer-times.ts";

export interface CalendarItem {
  tradition: string;
  observance: string;
  name: string;
  variants: Pick<Variant, "date" | "start" | "end" | "status" | "authority">[];
  severity: Severity;
}

/** The calendar as the command line prints it; throws like observancesBetween. */
export function calendarJson(from: string, to: string, options: Options = {}): CalendarItem[] {
  return asCalendarItems(observancesBetween(from, to, options));
}

export function asCalendarItems(observances: readonly Observance[]): CalendarItem[] {
  return observances.map(({ tradition, id, name, variants, severity }) => ({
    tradition,
    observance: id,
    name,
    variants: variants.map(({ date, start, end, status, authority }) => ({
      date,
      start,
      end,
      status,
      authority,
    })),
    severity,
  }));
}

/** A day's prayer times as the command line prints them; throws like prayerTimes. */
export function prayersJson(question: PrayerQuestion): DayOfPrayer {
  return prayerTimes(question);
}
