import { gregorianEaster, julianEaster } from "date-easter";
import { type Day, dayOf } from "../days.ts";
import { oneDay, type Rule } from "../rule.ts";

/** Western Easter Sunday. */
export function westernEaster(year: number): Day {
  const { month, day } = gregorianEaster(year);
  return dayOf(year, month, day);
}

/** Orthodox Easter Sunday as a Gregorian day; also that of the Ethiopian and Coptic churches. */
export function orthodoxEaster(year: number): Day {
  const { month, day } = julianEaster(year);
  const century = Math.floor(year / 100);
  return dayOf(year, month, day) + century - Math.floor(century / 4) - 2;
}

const western = (id: string, find: (year: number) => Day, length?: number) =>
  oneDay("christian_western", id, "Western churches", find, length ? { length } : {});
const orthodox = (id: string, find: (year: number) => Day, length?: number) =>
  oneDay("christian_orthodox", id, "Orthodox churches", find, length ? { length } : {});
const fixed = (tradition: string, id: string, month: number, day: number, authority: string, length = 1) =>
  oneDay(tradition, id, authority, (year) => dayOf(year, month, day), { status: "fixed", length });

const OLD_CALENDAR = "Orthodox churches on the Julian calendar";

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
  fixed("christian_orthodox", "christmas", 1, 7, OLD_CALENDAR),
  fixed("christian_orthodox", "theophany", 1, 19, OLD_CALENDAR),
  orthodox("great_lent", (year) => orthodoxEaster(year) - 48, 48),
  orthodox("good_friday", (year) => orthodoxEaster(year) - 2),
  orthodox("easter", orthodoxEaster),
  orthodox("pentecost", (year) => orthodoxEaster(year) + 49),
  fixed("christian_orthodox", "dormition_fast", 8, 14, OLD_CALENDAR, 14),
  fixed("christian_orthodox", "dormition", 8, 28, OLD_CALENDAR),
  fixed("christian_orthodox", "nativity_fast", 11, 28, OLD_CALENDAR, 40),
];
