import { isoOf } from "../calendar/days.ts";
import { bankHolidayRules } from "../calendar/rules/bank-holidays.ts";
import type { Holidays } from "../dates/working-days.ts";

export const jurisdictions = ["england_wales", "northern_ireland", "scotland"] as const;
export type Jurisdiction = (typeof jurisdictions)[number];

export const jurisdictionNames: Record<Jurisdiction, string> = {
  england_wales: "England and Wales",
  northern_ireland: "Northern Ireland",
  scotland: "Scotland",
};

// As far as loops reach: none is older than the first year in which co-production was written down here, nor due later.
const firstYear = 1990;
const lastYear = 2101;

const known = new Map<Jurisdiction, Holidays>();

/** Every bank holiday of a jurisdiction from 1990 to 2101, worked out once. */
export function bankHolidays(jurisdiction: Jurisdiction): Holidays {
  const cached = known.get(jurisdiction);
  if (cached) return cached;
  const found = new Set<string>();
  for (const rule of bankHolidayRules) {
    if (rule.tradition !== `uk_bank_holiday_${jurisdiction}`) continue;
    for (let year = firstYear; year <= lastYear; year += 1)
      for (const occurrence of rule.occurrences(year))
        for (const { day } of occurrence) found.add(isoOf(day));
  }
  known.set(jurisdiction, found);
  return found;
}
