import { civilDay, DAY_MS, type Day, dayOf, weekdayFrom, yearOf } from "./days.ts";
import { daysHolding, DELHI, LONDON_SKY, moonPhase, type Sky, type Span } from "./panchang.ts";
import { type DatedDay, type Occurrence, type Rule, withoutRepeats } from "./rule.ts";
import { ramadans } from "./rules/islam.ts";
import { RULES } from "./rules/all.ts";
import { sunrise } from "./sun.ts";

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

/** Arunodaya, when Vaishnavas look for the tenth lunar day to be over: four ghatikas before sunrise. */
const ARUNODAYA_MS = 96 * 60_000;

/** The sunrises of a lunar day at one sky, and the later day of Vaishnava custom where that differs. */
function ekadashiAt(span: Span, nextEnd: number, sky: Sky, almanac: string): DatedDay[] {
  const days = daysHolding(span, sky, "sunrise").map(({ day }) => day);
  const first = days[0] ?? civilDay(span.start, sky.offsetHours);
  const tainted = span.start > sunrise(first, sky) - ARUNODAYA_MS;
  // A twelfth that holds two sunrises draws the fast to its first (Vyanjuli).
  const twelfthTwice =
    days.length === 1 && nextEnd > sunrise(first + 2, sky) && span.end < sunrise(first + 1, sky);
  const later = tainted || twelfthTwice ? [first + 1] : [];
  return [
    ...days.slice(0, 1).map((day) => ({ day, authority: almanac })),
    ...[...days.slice(1), ...later].map((day) => ({ day, authority: `Vaishnava custom; ${almanac}` })),
  ].map((one) => ({ ...one, status: "calculated" }));
}

/** The eleventh lunar day of each fortnight by sunrise in Delhi, then in London, which temples here go by. */
function ekadashis(year: number): Occurrence[] {
  const found: Occurrence[] = [];
  let from = dayOf(year, 1, 1) * DAY_MS - 2 * DAY_MS;
  while (yearOf(civilDay(from, DELHI.offsetHours)) <= year) {
    const [waxing, waning] = [moonPhase(120, from), moonPhase(300, from)];
    const start = Math.min(waxing, waning);
    const end = moonPhase(start === waxing ? 132 : 312, start);
    const nextEnd = moonPhase(start === waxing ? 144 : 324, end);
    found.push(
      withoutRepeats([
        ...ekadashiAt({ start, end }, nextEnd, DELHI, "Almanac rule, northern India"),
        ...ekadashiAt({ start, end }, nextEnd, LONDON_SKY, "Almanac rule, London sky"),
      ]),
    );
    from = end + DAY_MS;
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
