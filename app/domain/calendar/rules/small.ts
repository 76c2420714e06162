import { Seasons } from "astronomy-engine";
import { DAY_MS, type Day, dayOf, yearOf } from "../days.ts";
import { oneDay, type Rule } from "../rule.ts";
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

/** New Year of the 365-day Shahenshahi year: 28 August in 1972, a day earlier after each leap day. */
function shahenshahi(year: number): Day {
  const start = dayOf(1972, 8, 28);
  const guess = start + (year - 1972) * 365;
  return yearOf(guess) === year ? guess : guess + 365;
}

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

export const zoroastrianRules: Rule[] = [
  oneDay("zoroastrian", "nowruz", "Iranian calendar", persianNewYear),
  oneDay("zoroastrian", "shahenshahi_new_year", "Shahenshahi calendar", shahenshahi),
  oneDay("zoroastrian", "khordad_sal", "Shahenshahi calendar", (year) => shahenshahi(year) + 5),
];
