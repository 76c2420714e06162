import { type Day, dayOf } from "../days.ts";
import { oneDay, type Rule } from "../rule.ts";
import { orthodoxEaster } from "./christian.ts";

const CHURCH = "Ethiopian Orthodox Tewahedo Church";

/** 1 Meskerem: 11 September, or 12 September in the year before a Gregorian leap year (1900–2099). */
export function ethiopianNewYear(year: number): Day {
  return dayOf(year, 9, (year + 1) % 4 === 0 ? 12 : 11);
}

const ethiopian = (id: string, find: (year: number) => Day, length?: number) =>
  oneDay("ethiopian", id, CHURCH, find, length ? { length } : {});

export const ethiopianRules: Rule[] = [
  ethiopian("enkutatash", ethiopianNewYear),
  ethiopian("meskel", (year) => ethiopianNewYear(year) + 16),
  ethiopian("genna_christmas", (year) => dayOf(year, 1, 7)),
  ethiopian("timkat", (year) => ethiopianNewYear(year - 1) + 130),
  ethiopian("great_fast", (year) => orthodoxEaster(year) - 55, 55),
  ethiopian("siklet_good_friday", (year) => orthodoxEaster(year) - 2),
  ethiopian("fasika_easter", orthodoxEaster),
  ethiopian("fast_of_the_prophets", (year) => ethiopianNewYear(year) + 74, 43),
  ethiopian("filseta_fast", (year) => dayOf(year, 8, 7), 15),
];
