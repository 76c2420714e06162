import { gregorianEaster, julianEaster } from "date-easter";
import { type Day, dayOf, julianDay } from "../days.ts";
import { oneDay, type Rule } from "../rule.ts";

/** Western Easter Sunday. */
export function westernEaster(year: number): Day {
  const { month, day } = gregorianEaster(year);
  return dayOf(year, month, day);
}

/** Orthodox Easter Sunday as a Gregorian day; also that of the Ethiopian and Coptic churches. */
export function orthodoxEaster(year: number): Day {
  const { month, day } = julianEaster(year);
  return julianDay(year, month, day);
}

const western = (id: string, find: (year: number) => Day, length?: number) =>
  oneDay("christian_western", id, "Western churches", find, length ? { length } : {});
const orthodox = (id: string, find: (year: number) => Day, length?: number) =>
  oneDay("christian_orthodox", id, "Orthodox churches", find, length ? { length } : {});
const fixed = (tradition: string, id: string, month: number, day: number, authority: string, length = 1) =>
  oneDay(tradition, id, authority, (year) => dayOf(year, month, day), { status: "fixed", length });

const OLD_CALENDAR = "Orthodox churches on the Julian calendar";
/** A feast or fast fixed in the Julian calendar: thirteen days later by the civil one until 2100. */
const julian = (id: string, find: (year: number) => Day, length?: number) =>
  oneDay("christian_orthodox", id, OLD_CALENDAR, find, { status: "fixed", ...(length ? { length } : {}) });

export const christianRules: Rule[] = [
  fixed("christian_western", "epiphany", 1, 6, "Western churches"),
  western("ash_wednesday", (year) => westernEaster(year) - 46),
  western("lent", (year) => westernEaster(year) - 46, 46),
  western("palm_sunday", (year) => westernEaster(year) - 7),
  western("maundy_thursday", (year) => westernEaster(year) - 3),
  western("good_friday", (year) => westernEaster(year) - 2),
  western("easter", westernEaster),
  western("ascension", (year) => westernEaster(year) + 39),
  western("pentecost", (year) => westernEaster(year) + 49),
  fixed("christian_western", "all_saints", 11, 1, "Western churches"),
  fixed("christian_western", "christmas_eve", 12, 24, "Western churches"),
  fixed("christian_western", "christmas", 12, 25, "Western churches"),
  julian("christmas", (year) => julianDay(year - 1, 12, 25)),
  julian("theophany", (year) => julianDay(year, 1, 6)),
  orthodox("great_lent", (year) => orthodoxEaster(year) - 48, 48),
  orthodox("good_friday", (year) => orthodoxEaster(year) - 2),
  orthodox("easter", orthodoxEaster),
  orthodox("pentecost", (year) => orthodoxEaster(year) + 49),
  julian("dormition_fast", (year) => julianDay(year, 8, 1), 14),
  julian("dormition", (year) => julianDay(year, 8, 15)),
  julian("nativity_fast", (year) => julianDay(year, 11, 15), 40),
];
