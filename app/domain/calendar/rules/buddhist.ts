import { LunarYear } from "lunar-typescript";
import { civilDay, type Day, dayOf } from "../days.ts";
import { Month, tithiSpans } from "../panchang.ts";
import { oneDay, type Rule, withoutRepeats } from "../rule.ts";
import { chineseDay } from "./lunar.ts";
import { losar } from "./tibetan.ts";
import { tithiFestival } from "./tithi.ts";

const buddhist = (id: string, authority: string, find: (year: number) => Day) =>
  oneDay("buddhist", id, authority, find);

/** The fifteenth of a Chinese month when that falls in May: the third month's, otherwise the fourth's. */
function mayFullMoon(year: number): Day {
  const third = chineseDay(year, 3, 15);
  if (LunarYear.fromYear(year).getLeapMonth() === 3) return chineseDay(year, -3, 15);
  return third >= dayOf(year, 5, 1) ? third : chineseDay(year, 4, 15);
}

/** Vesak Poya: the full moon of Vaishakha; one before noon in Sri Lanka is kept the day before. */
function vesakPoya(year: number): Day {
  const [span] = tithiSpans(year, Month.Vaishakha, 15);
  if (!span) throw new RangeError(`Vesak of ${year} could not be found.`);
  return civilDay(span.end, 5.5 - 12);
}

export const buddhistRules: Rule[] = [
  {
    tradition: "buddhist",
    id: "losar_tibetan",
    occurrences(year) {
      const { day, monthBefore, monthLater } = losar(year);
      return [
        withoutRepeats([
          { day, end: day + 2, authority: "Phugpa calendar", status: "calculated" },
          ...(day < dayOf(year, 2, 14)
            ? [monthLater, monthLater - 1].map((later) => ({
                day: later,
                authority: "Calendars of Nepal, a month later",
                status: "calculated" as const,
              }))
            : []),
          ...(day > dayOf(year, 3, 3)
            ? [
                {
                  day: monthBefore,
                  authority: "Calendar of Bhutan, a month earlier",
                  status: "calculated" as const,
                },
              ]
            : []),
          { day: day + 1, authority: "Calendars a day later", status: "calculated" },
          { day: day - 1, authority: "Calendars a day earlier", status: "calculated" },
        ]),
      ];
    },
  },
  tithiFestival({
    tradition: "buddhist",
    id: "buddha_purnima_india",
    month: Month.Vaishakha,
    tithi: 15,
    window: "sunrise",
    choose: "first",
    authority: "Almanac rule, India",
    also: ["madhyahna"],
  }),
  buddhist("vesak_may_full_moon", "Full moon of May", mayFullMoon),
  buddhist("vesak_poya_sri_lanka", "Full moon, Sri Lanka", vesakPoya),
  buddhist("vesak_singapore_malaysia", "Full moon of the fourth month", (year) => chineseDay(year, 4, 15)),
  buddhist("buddha_birthday_chinese", "Chinese calendar, 8th of the fourth month", (year) =>
    chineseDay(year, 4, 8),
  ),
];
