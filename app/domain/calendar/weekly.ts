import { civilDay, type Day, dayOf, weekdayFrom, yearOf } from "./days.ts";
import { daysHolding, DELHI, moonPhase } from "./panchang.ts";
import { type Occurrence, type Rule, withoutRepeats } from "./rule.ts";
import { ramadans } from "./rules/islam.ts";
import { RULES } from "./rules/all.ts";

/** Every given weekday of a year. */
function weekdays(year: number, weekday: number): Day[] {
  const days: Day[] = [];
  for (let day = weekdayFrom(dayOf(year, 1, 1), weekday); yearOf(day) === year; day += 7) days.push(day);
  return days;
}

/**
 * Each day of the fast by Umm al-Qura. Where the moon is sighted a day later, the last fast is on the day that is Eid by
 * Umm al-Qura: likely Eid, possibly still a fast.
 */
function ramadanDays(year: number): Occurrence[] {
  return ramadans(year)
    .flatMap(({ first, last }) =>
      Array.from({ length: last - first + 1 }, (_, step): Occurrence => {
        const day = first + step;
        const likely = { day, authority: "Umm al-Qura (Saudi calendar)", status: "predicted" as const };
        const later = {
          day: day + 1,
          authority: "Local moon sighting, if a day later",
          status: "predicted" as const,
        };
        return day === last ? [likely, later] : [likely];
      }),
    )
    .filter(([one]) => one !== undefined && yearOf(one.day) === year);
}

/** The eleventh lunar day of each fortnight by sunrise in Delhi; a second such day is the Vaishnava choice. */
function ekadashis(year: number): Occurrence[] {
  const found: Occurrence[] = [];
  let from = dayOf(year, 1, 1) * 86_400_000 - 2 * 86_400_000;
  while (yearOf(civilDay(from, 5.5)) <= year) {
    const [waxing, waning] = [moonPhase(120, from), moonPhase(300, from)];
    const start = Math.min(waxing, waning);
    const end = moonPhase(start === waxing ? 132 : 312, start);
    const days = daysHolding({ start, end }, DELHI, "sunrise").map(({ day }) => day);
    const last = days[days.length - 1] ?? civilDay(start, 5.5);
    found.push(
      withoutRepeats(
        [...days, last + 1].map((day, index) => ({
          day,
          authority: index === 0 ? "Almanac rule, northern India" : "Vaishnava custom, a day later",
          status: "calculated",
        })),
      ),
    );
    from = end + 86_400_000;
  }
  return found.filter(([one]) => one !== undefined && yearOf(one.day) === year);
}

function paryushanDays(year: number): Occurrence[] {
  const rule = RULES.find(({ id }) => id === "paryushan_start");
  return (rule?.occurrences(year) ?? []).flatMap(([first]) =>
    first
      ? Array.from({ length: 8 }, (_, step): Occurrence => [
          { day: first.day + step, authority: first.authority, status: first.status },
        ])
      : [],
  );
}

/** Observances that come every week, fortnight or day of a season. */
export const FREQUENT_RULES: Rule[] = [
  { tradition: "hindu", id: "ekadashi", occurrences: ekadashis },
  { tradition: "islam", id: "ramadan_day", occurrences: ramadanDays },
  { tradition: "jain", id: "paryushan_day", occurrences: paryushanDays },
  {
    tradition: "islam",
    id: "jumuah",
    occurrences: (year) =>
      weekdays(year, 5).map((day) => [{ day, authority: "Every Friday", status: "fixed" }]),
  },
  {
    tradition: "judaism",
    id: "shabbat",
    occurrences: (year) =>
      weekdays(year, 6).map((day) => [{ day, authority: "Every week", status: "fixed" }]),
  },
];
