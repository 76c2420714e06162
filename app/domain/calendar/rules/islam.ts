import umalqura from "@umalqura/core";
import { DAY_MS, type Day, dayOf, yearOf } from "../days.ts";
import { LONDON } from "../places.ts";
import { type Coordinates } from "../sun.ts";
import { crescentSeen } from "../crescent.ts";
import { type DatedDay, type Rule } from "../rule.ts";

// A CommonJS package: Node hands over the module, bundlers hand over its default export.
const saudi = (umalqura as typeof umalqura & { default?: typeof umalqura }).default ?? umalqura;

const UMM_AL_QURA = "Umm al-Qura (Saudi calendar)";
/** In the United Kingdom most mosques begin a month on the Saudi day or, about as often, on this one. */
export const LOCAL_SIGHTING = "Local moon sighting, if a day later";
const GLOBAL_SIGHTING = "Calculated calendars of Turkey and Europe, a day earlier";
const LATE_SIGHTING = "Sighting in Britain, two days later: the crescent is too low to see before";

/** Mean length of the Hijri year against the Gregorian, to guess which Hijri years touch a civil year. */
function hijriYears(year: number): number[] {
  const guess = Math.floor(((year - 622) * 33) / 32);
  return [guess - 1, guess, guess + 1, guess + 2];
}

/** The epoch day of a Hijri date by Umm al-Qura (1318–1500 AH, that is to 2077). */
export function hijriDay(year: number, month: number, day: number): Day {
  if (year < 1318 || year > 1500) return Math.round(civilHijri(year, month, day));
  const { gy, gm, gd } = saudi.$.hijriToGregorian(year, month, day);
  return dayOf(gy, gm + 1, gd);
}

/** The tabular Islamic calendar (cycle of 30 years, epoch 16 July 622), for years past the Saudi table. */
function civilHijri(year: number, month: number, day: number): Day {
  const julian =
    day +
    Math.ceil(29.5 * (month - 1)) +
    (year - 1) * 354 +
    Math.floor((3 + 11 * year) / 30) +
    1_948_439.5 -
    1;
  return Math.floor((julian - 2_440_587.5) * DAY_MS) / DAY_MS;
}

/** Where the sun sets last before the date line: an evening's oldest moon is seen from here. */
const AMERICAS: Coordinates[] = [-155, -120, -90, -60].flatMap((longitude) =>
  [-35, -20, 0, 20, 35].map((latitude) => ({ latitude, longitude })),
);

/**
 * The days on which a month may begin: by Umm al-Qura; a day later; two days later when the crescent cannot be seen
 * from London on the second evening either, as in some autumns, when the young moon lies low in the north; and a day
 * earlier when it can be seen from somewhere in the west before the Saudi month begins.
 */
function monthStarts(first: Day): Pick<DatedDay, "day" | "authority">[] {
  const late = !crescentSeen(first, LONDON);
  const early = AMERICAS.some((at) => crescentSeen(first - 2, at));
  return [
    { day: first, authority: UMM_AL_QURA },
    { day: first + 1, authority: LOCAL_SIGHTING },
    ...(late ? [{ day: first + 2, authority: LATE_SIGHTING }] : []),
    ...(early ? [{ day: first - 1, authority: GLOBAL_SIGHTING }] : []),
  ];
}

/** Every Hijri occurrence of a month's day in a civil year, with the later days of a local sighting. */
function hijri(id: string, month: number, day: number, length = 1): Rule {
  return {
    tradition: "islam",
    id,
    occurrences: (year) =>
      hijriYears(year)
        .map((hijriYear) => hijriDay(hijriYear, month, day))
        .filter((first) => yearOf(first) === year)
        .map((first) =>
          monthStarts(first - day + 1).map((start) => ({
            day: start.day + day - 1,
            ...(length > 1 ? { end: start.day + day - 1 + length - 1 } : {}),
            authority: start.authority,
            status: "predicted" as const,
          })),
        ),
  };
}

/** The fast from its first to its last day, by Umm al-Qura. */
export function ramadans(year: number): { first: Day; last: Day }[] {
  return hijriYears(year)
    .map((hijriYear) => ({ first: hijriDay(hijriYear, 9, 1), last: hijriDay(hijriYear, 10, 1) - 1 }))
    .filter(({ first, last }) => yearOf(first) <= year && yearOf(last) >= year);
}

export const islamRules: Rule[] = [
  hijri("islamic_new_year", 1, 1),
  hijri("ashura", 1, 10),
  hijri("arbaeen", 2, 20),
  hijri("mawlid", 3, 12),
  hijri("isra_miraj", 7, 27),
  hijri("ramadan_start", 9, 1),
  hijri("laylat_al_qadr_27", 9, 27),
  hijri("eid_al_fitr", 10, 1, 3),
  hijri("arafah", 12, 9),
  hijri("eid_al_adha", 12, 10, 4),
];
