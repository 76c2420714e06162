import { Body, Observer, SearchMoonPhase, SearchRiseSet, SearchSunLongitude } from "astronomy-engine";
import { civilDay, DAY_MS, dayOf, type Day } from "./days.ts";
import { type Coordinates, sunrise, sunset } from "./sun.ts";

/** A place whose sky decides a day, with its clock's offset from UTC for naming civil days. */
export interface Sky extends Coordinates {
  offsetHours: number;
}

export const DELHI: Sky = { latitude: 28.6139, longitude: 77.209, offsetHours: 5.5 };
export const AMRITSAR: Sky = { latitude: 31.62, longitude: 74.8765, offsetHours: 5.5 };
/** The meridian and latitude for which the Rashtriya Panchang, the almanac of the Government of India, is worked out. */
export const CENTRAL_STATION: Sky = { latitude: 23.1833, longitude: 82.5, offsetHours: 5.5 };
export const LONDON_SKY: Sky = { latitude: 51.5074, longitude: -0.1278, offsetHours: 0 };

/** A half-open span of epoch milliseconds. */
export interface Span {
  start: number;
  end: number;
}

/** Amanta months, counted from Chaitra. */
export enum Month {
  Chaitra,
  Vaishakha,
  Jyeshtha,
  Ashadha,
  Shravana,
  Bhadrapada,
  Ashvina,
  Kartika,
  Margashirsha,
  Pausha,
  Magha,
  Phalguna,
}

/** The part of the day that must hold the tithi for the festival to fall on that day. */
export type Window =
  "sunrise" | "forenoon" | "madhyahna" | "aparahna" | "sunset" | "pradosha" | "nishita" | "moonrise";

/** Lahiri ayanamsa in degrees: 23.853° at J2000, moving 50.28″ a year. */
export function ayanamsa(instant: number): number {
  return 23.853 + ((instant / DAY_MS - 10957.5) / 365.25) * (50.28 / 3600);
}

/** When the sun enters a sidereal sign (0 is Mesha), searched from an instant onward. */
export function solarIngress(sign: number, from: number): number {
  const target = (sign * 30 + ayanamsa(from)) % 360;
  const found = SearchSunLongitude(target, new Date(from), 50);
  if (!found) throw new RangeError("The sun's entry into a sign could not be found.");
  return found.date.getTime();
}

/** When the moon next stands a given angle east of the sun. */
export function moonPhase(angle: number, from: number): number {
  const found = SearchMoonPhase(angle, new Date(from), 40);
  if (!found) throw new RangeError("A phase of the moon could not be found.");
  return found.date.getTime();
}

interface Lunation {
  newMoon: number;
  month: Month;
}

const lunationsByYear = new Map<number, Lunation[]>();

/** The ordinary (not intercalary) lunar months that begin from a December to the following January, 14 months on. */
function lunations(year: number): Lunation[] {
  const known = lunationsByYear.get(year);
  if (known) return known;
  const newMoons: number[] = [];
  let from = Date.UTC(year - 1, 10, 20);
  while (from < Date.UTC(year + 1, 1, 20)) {
    const instant = moonPhase(0, from);
    newMoons.push(instant);
    from = instant + 25 * DAY_MS;
  }
  const ingresses = Array.from({ length: 15 }, (_, step) => {
    const sign = (7 + step) % 12;
    return { sign, at: solarIngress(sign, Date.UTC(year - 1, 10 + step, 5)) };
  });
  const found: Lunation[] = [];
  for (let index = 0; index + 1 < newMoons.length; index++) {
    const [start, end] = [newMoons[index] ?? 0, newMoons[index + 1] ?? 0];
    // A month in which the sun enters no sign is intercalary (adhika) and carries no yearly festival. One in which it enters
    // two, as in early 1983, stands for both months (kshaya): the festivals of the lost one are kept in it.
    for (const { sign, at } of ingresses)
      if (at >= start && at < end) found.push({ newMoon: start, month: sign as Month });
  }
  lunationsByYear.set(year, found);
  return found;
}

/** When the moon passes a tithi (1–30) of a named month; months that begin late in the year before are included. */
export function tithiSpans(year: number, month: Month, tithi: number): Span[] {
  return lunations(year)
    .filter((lunation) => lunation.month === month)
    .map(({ newMoon }) => tithiFrom(newMoon, tithi))
    .filter(
      ({ start }) =>
        start > dayOf(year, 1, 1) * DAY_MS - 2 * DAY_MS && start < dayOf(year + 1, 1, 1) * DAY_MS,
    );
}

/** The span of a tithi in the lunation that begins at a new moon. */
export function tithiFrom(newMoon: number, tithi: number): Span {
  const near = (part: number) => newMoon + (part * 0.84 - 1) * DAY_MS;
  const start = tithi === 1 ? newMoon : moonPhase((tithi - 1) * 12, near(tithi - 1));
  return { start, end: moonPhase((tithi * 12) % 360, start + 0.5 * DAY_MS) };
}

/** The part of a civil day at a place that a rule looks at. */
export function windowOf(day: Day, sky: Sky, window: Window): Span {
  const rise = sunrise(day, sky);
  const set = sunset(day, sky);
  const light = set - rise;
  const night = sunrise(day + 1, sky) - set;
  switch (window) {
    case "sunrise":
      return { start: rise, end: rise + 60_000 };
    case "forenoon":
      return { start: rise, end: rise + light / 2 };
    case "madhyahna":
      return { start: rise + light * 0.4, end: rise + light * 0.6 };
    case "aparahna":
      return { start: rise + light * 0.6, end: rise + light * 0.8 };
    case "sunset":
      return { start: set, end: set + 60_000 };
    case "pradosha":
      return { start: set, end: set + night / 5 };
    case "nishita":
      return { start: set + night * (7 / 15), end: set + night * (8 / 15) };
    case "moonrise": {
      const noon = rise + light / 2;
      const observer = new Observer(sky.latitude, sky.longitude, 0);
      const risen = SearchRiseSet(Body.Moon, observer, 1, new Date(noon), 1)?.date.getTime() ?? set;
      return { start: risen, end: risen + 60_000 };
    }
  }
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/**
 * The days whose window holds some of the span, with how much of it (milliseconds); when none does, the day on
 * which the span began. In day order.
 */
export function daysHolding(span: Span, sky: Sky, window: Window): { day: Day; held: number }[] {
  const first = civilDay(span.start, sky.offsetHours) - 1;
  const held: { day: Day; held: number }[] = [];
  for (let day = first; day <= civilDay(span.end, sky.offsetHours); day++) {
    const amount = overlap(span, windowOf(day, sky, window));
    if (amount > 0) held.push({ day, held: amount });
  }
  if (held.length > 0) return held;
  const fallback = civilDay(span.start, sky.offsetHours);
  return [{ day: span.start < sunrise(fallback, sky) ? fallback - 1 : fallback, held: 0 }];
}
