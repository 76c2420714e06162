import { LunarYear } from "lunar-typescript";
import { civilDay, DAY_MS, type Day, dayOf } from "../days.ts";
import { Month, moonPhase, tithiSpans } from "../panchang.ts";
import { type DatedDay, oneDay, type Rule, withoutRepeats } from "../rule.ts";
import { chineseDay, neighbours } from "./lunar.ts";
import { losar, TSURPHU } from "./tibetan.ts";
import { tithiFestival } from "./tithi.ts";

const buddhist = (id: string, authority: string, find: (year: number) => Day) =>
  oneDay("buddhist", id, authority, find);

/** The fifteenth of a Chinese month when that falls in May: the third month's, otherwise the fourth's. */
function mayFullMoon(year: number): Day {
  const third = chineseDay(year, 3, 15);
  if (LunarYear.fromYear(year).getLeapMonth() === 3) return chineseDay(year, -3, 15);
  return third >= dayOf(year, 5, 1) ? third : chineseDay(year, 4, 15);
}

/** The last day of May on which a full moon still leaves the Thai year without a thirteenth month before Vesak. */
const EARLY_MAY = 6;

/**
 * Vesak at the full moon of May. Monasteries of the Thai tradition count months by rule, so theirs can be a day earlier,
 * and a whole month later in a year with a thirteenth month.
 */
const vesakOfMay: Rule = {
  tradition: "buddhist",
  id: "vesak_may_full_moon",
  occurrences(year) {
    const day = mayFullMoon(year);
    const thai = (on: Day, authority: string): DatedDay => ({ day: on, authority, status: "calculated" });
    const early = thaiLeapVesak(year);
    return [
      withoutRepeats([
        thai(day, "Full moon of May"),
        thai(day - 1, "Thai calendar, if a day earlier"),
        ...early.map((on) => thai(on, "Thai calendar, in a year with a thirteenth month")),
      ]),
    ];
  },
};

/** Vesak of a Thai year with a thirteenth month: the full moon after one that comes before 7 May, and the day before. */
function thaiLeapVesak(year: number): Day[] {
  const first = chineseDay(year, 3, 15);
  const april = first < dayOf(year, 4, 20) ? first + 29 : first;
  if (april > dayOf(year, 5, EARLY_MAY)) return [];
  const later = civilDay(moonPhase(180, (april + 20) * DAY_MS), 7);
  return [later, later - 1];
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
          {
            day: losar(year, TSURPHU).day,
            authority: "Tsurphu calendar (Karma Kagyu)",
            status: "calculated",
          },
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
  vesakOfMay,
  buddhist("vesak_poya_sri_lanka", "Full moon, Sri Lanka", vesakPoya),
  buddhist("vesak_singapore_malaysia", "Full moon of the fourth month", (year) => chineseDay(year, 4, 15)),
  {
    tradition: "buddhist",
    id: "buddha_birthday_chinese",
    occurrences: (year) => [
      [
        {
          day: chineseDay(year, 4, 8),
          authority: "Chinese calendar, 8th of the fourth month",
          status: "calculated",
        },
        ...neighbours(year, 4, 8),
      ],
    ],
  },
];
