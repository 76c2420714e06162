import { Lunar } from "lunar-typescript";
import { civilDay, DAY_MS, type Day, dayOf } from "../days.ts";
import { moonPhase } from "../panchang.ts";
import { type DatedDay, oneDay, type Rule, withoutRepeats } from "../rule.ts";

/** The Gregorian day of a day of the Chinese lunisolar year that begins in a civil year. */
export function chineseDay(year: number, month: number, day: number): Day {
  const solar = Lunar.fromYmd(year, month, day).getSolar();
  return dayOf(solar.getYear(), solar.getMonth(), solar.getDay());
}

const KOREA = { offset: 9, authority: "Calendar of Korea" };
const VIETNAM = { offset: 7, authority: "Calendar of Vietnam" };
const CHINA_OFFSET = 8;

/**
 * The same day by clocks an hour either side of China's: a month begins on the civil day of its new moon, so one near
 * midnight in Beijing begins it a day later in Seoul or a day earlier in Hanoi.
 */
export function neighbours(year: number, month: number, day: number): DatedDay[] {
  const inChina = chineseDay(year, month, day);
  const first = inChina - day + 1;
  const newMoon = moonPhase(0, (first - 2) * DAY_MS);
  return [KOREA, VIETNAM].flatMap(({ offset, authority }) => {
    const moved = civilDay(newMoon, offset) - civilDay(newMoon, CHINA_OFFSET);
    return moved === 0 ? [] : [{ day: inChina + moved, authority, status: "calculated" as const }];
  });
}

/** A festival of the Chinese calendar with the days on which Korea or Vietnam keeps it, where these differ. */
function lunar(id: string, month: number, day: number, length = 1): Rule {
  const end = (first: Day) => (length > 1 ? { end: first + length - 1 } : {});
  return {
    tradition: "lunar",
    id,
    occurrences: (year) => {
      const inChina = chineseDay(year, month, day);
      const days: DatedDay[] = [
        { day: inChina, authority: "Chinese calendar", status: "calculated" },
        ...neighbours(year, month, day),
      ];
      return [withoutRepeats(days.map((one) => ({ ...one, ...end(one.day) })))];
    },
  };
}

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
