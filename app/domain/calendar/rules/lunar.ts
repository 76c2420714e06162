import { Lunar } from "lunar-typescript";
import { type Day, dayOf } from "../days.ts";
import { oneDay, type Rule } from "../rule.ts";

/** The Gregorian day of a day of the Chinese lunisolar year that begins in a civil year. */
export function chineseDay(year: number, month: number, day: number): Day {
  const solar = Lunar.fromYmd(year, month, day).getSolar();
  return dayOf(solar.getYear(), solar.getMonth(), solar.getDay());
}

const lunar = (id: string, month: number, day: number, length?: number) =>
  oneDay("lunar", id, "Chinese calendar", (year) => chineseDay(year, month, day), length ? { length } : {});

export const lunarRules: Rule[] = [
  lunar("lunar_new_year", 1, 1, 3),
  lunar("lantern_festival", 1, 15),
  oneDay("lunar", "qingming", "Chinese calendar", (year) => {
    const solar = Lunar.fromYmd(year, 3, 1).getJieQiTable()["清明"];
    return solar ? dayOf(solar.getYear(), solar.getMonth(), solar.getDay()) : undefined;
  }),
  lunar("dragon_boat", 5, 5),
  lunar("mid_autumn", 8, 15),
];
