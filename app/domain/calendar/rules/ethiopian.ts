import { type Day, julianDay } from "../days.ts";
import { oneDay, type Rule } from "../rule.ts";
import { orthodoxEaster } from "./christian.ts";

const CHURCH = "Ethiopian Orthodox Tewahedo Church";

/** 1 Meskerem: 29 August by the Julian calendar (11 September to 2099), or a day later before a Julian leap year. */
export function ethiopianNewYear(year: number): Day {
  return julianDay(year, 8, (year + 1) % 4 === 0 ? 30 : 29);
}

const ethiopian = (id: string, find: (year: number) => Day, length?: number) =>
  oneDay("ethiopian", id, CHURCH, find, length ? { length } : {});

export const ethiopianRules: Rule[] = [
  ethiopian("enkutatash", ethiopianNewYear),
  ethiopian("meskel", (year) => ethiopianNewYear(year) + 16),
  ethiopian("genna_christmas", (year) => julianDay(year - 1, 12, 25)),
  ethiopian("timkat", (year) => ethiopianNewYear(year - 1) + 130),
  ethiopian("great_fast", (year) => orthodoxEaster(year) - 55, 55),
  ethiopian("siklet_good_friday", (year) => orthodoxEaster(year) - 2),
  ethiopian("fasika_easter", orthodoxEaster),
  ethiopian("fast_of_the_prophets", (year) => ethiopianNewYear(year) + 74, 43),
  ethiopian("filseta_fast", (year) => julianDay(year, 7, 25), 15),
];
