import { Seasons } from "astronomy-engine";
import { DAY_MS, type Day, dayOf, yearOf } from "../days.ts";
import { type Occurrence, oneDay, type Rule } from "../rule.ts";
import { ethiopianNewYear } from "./ethiopian.ts";

/** The civil day in London of one of the year's four turning points. */
function season(name: "mar_equinox" | "jun_solstice" | "sep_equinox" | "dec_solstice") {
  const summer = name === "jun_solstice" || name === "sep_equinox";
  return (year: number): Day =>
    Math.floor((Seasons(year)[name].date.getTime() + (summer ? 3_600_000 : 0)) / DAY_MS);
}

const pagan = (id: string, name: Parameters<typeof season>[0]) =>
  oneDay("pagan", id, "Astronomy, London date", season(name));
const paganFixed = (id: string, month: number, day: number) =>
  oneDay("pagan", id, "Common custom", (year) => dayOf(year, month, day), { status: "fixed" });

export const paganRules: Rule[] = [
  paganFixed("imbolc", 2, 1),
  pagan("march_equinox", "mar_equinox"),
  paganFixed("beltane", 5, 1),
  pagan("june_solstice", "jun_solstice"),
  paganFixed("lughnasadh", 8, 1),
  pagan("september_equinox", "sep_equinox"),
  paganFixed("samhain", 10, 31),
  pagan("december_solstice", "dec_solstice"),
];

const rastafari = (id: string, month: number, day: number) =>
  oneDay("rastafari", id, "Rastafari communities", (year) => dayOf(year, month, day), { status: "fixed" });

export const rastafariRules: Rule[] = [
  rastafari("ethiopian_christmas", 1, 7),
  rastafari("birthday_haile_selassie", 7, 23),
  oneDay("rastafari", "ethiopian_new_year", "Ethiopian calendar", ethiopianNewYear),
  rastafari("coronation_haile_selassie", 11, 2),
];

/** New Years of a 365-day year that fall in a civil year, from one that is known: a day earlier after each leap day. */
function wandering(known: Day, year: number): Day[] {
  const guess = known + (year - yearOf(known)) * 365;
  return [guess - 365, guess, guess + 365].filter((day) => yearOf(day) === year);
}

/** Shahenshahi: 28 August in 1972. The Kadmi (Qadimi) year is thirty days ahead of it. */
const SHAHENSHAHI = dayOf(1972, 8, 28);
const KADMI = SHAHENSHAHI - 30;
const KHORDAD = 5;

/** 1 Farvardin as ICU's Persian calendar has it. */
function persianNewYear(year: number): Day {
  const format = new Intl.DateTimeFormat("en-u-ca-persian", {
    month: "numeric",
    day: "numeric",
    timeZone: "UTC",
  });
  for (let day = dayOf(year, 3, 18); day < dayOf(year, 3, 24); day++) {
    const parts = format.formatToParts(day * DAY_MS);
    const part = (type: string) => parts.find((one) => one.type === type)?.value;
    if (part("month") === "1" && part("day") === "1") return day;
  }
  return dayOf(year, 3, 21);
}

const zoroastrian = (day: Day, authority: string): Occurrence => [{ day, authority, status: "calculated" }];

/** New Year of a 365-day calendar, or the sixth day of its first month. */
const parsi = (id: string, known: Day, authority: string): Rule => ({
  tradition: "zoroastrian",
  id,
  occurrences: (year) => wandering(known, year).map((day) => zoroastrian(day, authority)),
});

/** The sixth of Farvardin, once in each of the three calendars. */
const khordadSal: Rule = {
  tradition: "zoroastrian",
  id: "khordad_sal",
  occurrences: (year) => [
    zoroastrian(persianNewYear(year) + KHORDAD, "Iranian (Fasli) calendar"),
    ...wandering(KADMI + KHORDAD, year).map((day) => zoroastrian(day, "Kadmi calendar")),
    ...wandering(SHAHENSHAHI + KHORDAD, year).map((day) => zoroastrian(day, "Shahenshahi calendar")),
  ],
};

export const zoroastrianRules: Rule[] = [
  oneDay("zoroastrian", "nowruz", "Iranian calendar", persianNewYear),
  parsi("kadmi_new_year", KADMI, "Kadmi calendar"),
  parsi("shahenshahi_new_year", SHAHENSHAHI, "Shahenshahi calendar"),
  khordadSal,
];
