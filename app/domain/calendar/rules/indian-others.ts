import { type Day, dayOf, civilDay, yearOf } from "../days.ts";
import {
  AMRITSAR,
  daysHolding,
  DELHI,
  Month,
  type Sky,
  solarIngress,
  type Span,
  tithiSpans,
} from "../panchang.ts";
import { type DatedDay, type Rule, withoutRepeats } from "../rule.ts";
import { sunrise } from "../sun.ts";
import { hinduRules } from "./hindu.ts";
import { tithiFestival } from "./tithi.ts";

/** The fifth of Bhadrapada by sunrise, the day Sthanakvasi and Terapanth communities keep; the fourth's end begins it. */
const fifthOfBhadrapada = {
  authority: "Sthanakvasi and Terapanth custom, the day after",
  find: (span: Span, sky: Sky) => (daysHolding(span, sky, "sunrise")[0]?.day ?? 0) + 1,
};

const samvatsari = tithiFestival({
  tradition: "jain",
  id: "samvatsari",
  month: Month.Bhadrapada,
  tithi: 4,
  window: "sunrise",
  choose: "first",
  customs: [fifthOfBhadrapada],
  also: ["madhyahna", "pradosha"],
});

/** Almanacs that begin the days on the twelfth of the waning moon, however many days it then leaves to Samvatsari. */
function twelfthOfShravana(year: number, end: Day | undefined): DatedDay[] {
  return tithiSpans(year, Month.Shravana, 27)
    .flatMap((span) => daysHolding(span, DELHI, "sunrise"))
    .map(({ day }) => ({
      day,
      ...(end === undefined ? {} : { end }),
      authority: "Almanacs that begin on the twelfth of the waning moon",
      status: "calculated",
    }));
}

export const jainRules: Rule[] = [
  tithiFestival({
    tradition: "jain",
    id: "mahavir_jayanti",
    month: Month.Chaitra,
    tithi: 13,
    window: "sunrise",
    choose: "first",
    also: ["madhyahna", "pradosha"],
  }),
  tithiFestival({
    tradition: "jain",
    id: "mahavira_nirvana",
    month: Month.Ashvina,
    tithi: 30,
    window: "pradosha",
    also: ["sunset", "sunrise"],
  }),
  samvatsari,
  {
    tradition: "jain",
    id: "paryushan_start",
    occurrences: (year) =>
      samvatsari
        .occurrences(year)
        .map((days) =>
          withoutRepeats([
            ...days.map((one) => ({ ...one, day: one.day - 7, end: one.day })),
            ...twelfthOfShravana(year, days[0]?.day),
          ]),
        ),
  },
  tithiFestival({
    tradition: "jain",
    id: "das_lakshana",
    month: Month.Bhadrapada,
    tithi: 5,
    window: "sunrise",
    choose: "first",
    length: 10,
    authority: "Digambara custom",
  }),
];

const JANTRI = "Amritsar Jantri rule (SGPC)";
const NANAKSHAHI = "Nanakshahi calendar of 2003";
const MOOL = "Mool Nanakshahi calendar";
const jantri = {
  tradition: "sikh",
  window: "sunrise",
  choose: "first",
  sky: AMRITSAR,
  authority: JANTRI,
} as const;

/** Days within which a fixed date is a rival of a moving one; further off it is an occurrence of its own. */
const SAME_SEASON = 60;

/**
 * A day that moves by the Jantri, with the fixed date of a Nanakshahi calendar as its rival. A birthday about the turn of
 * the year may come twice or not at all in one: there the fixed date of another season stands alone.
 */
function withFixedDate(
  rule: Rule,
  month: number,
  day: number,
  authority = NANAKSHAHI,
  reach = SAME_SEASON,
): Rule {
  return {
    ...rule,
    occurrences: (year) => {
      const fixed = dayOf(year, month, day);
      const moving = rule.occurrences(year);
      const rival = { day: fixed, authority, status: "fixed" as const };
      const near = moving.findIndex(([first]) => first !== undefined && Math.abs(first.day - fixed) < reach);
      if (near < 0) return [...moving, [rival]];
      return moving.map((days, index) => (index === near ? withoutRepeats([...days, rival]) : days));
    },
  };
}

/** The day, sunrise to sunrise at Amritsar, on which the sun enters Mesha. */
function vaisakhi(year: number): number {
  const instant = solarIngress(0, Date.UTC(year, 3, 1));
  const day = civilDay(instant, AMRITSAR.offsetHours);
  return instant < sunrise(day, AMRITSAR) ? day - 1 : day;
}

const dayAfterHoli = tithiFestival({
  ...jantri,
  id: "hola_mohalla",
  month: Month.Phalguna,
  tithi: 16,
  length: 3,
});

/** The first day of the waning moon after Holi, with the day after Holi's own as its rival. */
const holaMohalla: Rule = {
  ...dayAfterHoli,
  occurrences: (year) => {
    const holi = hinduRules.find(({ id }) => id === "holi")?.occurrences(year)[0]?.[0];
    const rivals = holi ? [holi.day + 1, holi.day] : [];
    return dayAfterHoli.occurrences(year).map((days) =>
      withoutRepeats([
        ...days,
        ...rivals.map((day) => ({
          day,
          end: day + 2,
          authority: "Counted from the day of Holi",
          status: "calculated" as const,
        })),
      ]),
    );
  },
};

const movable: Rule[] = [
  {
    tradition: "sikh",
    id: "vaisakhi",
    occurrences: (year) => [
      withoutRepeats([
        { day: vaisakhi(year), authority: JANTRI, status: "calculated" },
        { day: dayOf(year, 4, 14), authority: NANAKSHAHI, status: "fixed" },
        { day: dayOf(year, 4, 13), authority: "Custom of 13 April", status: "fixed" },
      ]),
    ],
  },
  withFixedDate(
    tithiFestival({
      ...jantri,
      id: "guru_gobind_singh_gurpurab",
      month: Month.Pausha,
      tithi: 7,
      also: ["sunset"],
    }),
    1,
    5,
  ),
  withFixedDate(
    tithiFestival({
      ...jantri,
      id: "guru_nanak_gurpurab",
      month: Month.Kartika,
      tithi: 15,
      also: ["pradosha"],
    }),
    4,
    14,
    MOOL,
    366,
  ),
  withFixedDate(
    tithiFestival({ ...jantri, id: "martyrdom_guru_arjan", month: Month.Jyeshtha, tithi: 4 }),
    6,
    16,
  ),
  withFixedDate(
    tithiFestival({ ...jantri, id: "martyrdom_guru_tegh_bahadur", month: Month.Margashirsha, tithi: 5 }),
    11,
    24,
  ),
  tithiFestival({
    ...jantri,
    id: "bandi_chhor",
    month: Month.Ashvina,
    tithi: 30,
    window: "pradosha",
    choose: "last",
    also: ["sunset", "sunrise"],
  }),
  withFixedDate(holaMohalla, 3, 14, MOOL),
];

export const sikhRules: Rule[] = movable.map((rule) => ({
  ...rule,
  occurrences: (year) =>
    rule.occurrences(year).filter(([first]) => first !== undefined && yearOf(first.day) === year),
}));
