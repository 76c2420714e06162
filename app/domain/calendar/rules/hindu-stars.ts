import { EclipticGeoMoon } from "astronomy-engine";
import { civilDay, DAY_MS, type Day, dayOf, yearOf } from "../days.ts";
import { ayanamsa, daysHolding, type Sky, solarIngress, type Span, tithiSpans, Month } from "../panchang.ts";
import { type Rule, withoutRepeats } from "../rule.ts";
import { sunrise } from "../sun.ts";

const KOCHI: Sky = { latitude: 9.97, longitude: 76.28, offsetHours: 5.5 };
const KUALA_LUMPUR: Sky = { latitude: 3.14, longitude: 101.69, offsetHours: 8 };

/** The mansion called Shravana, or Thiruvonam in Kerala. */
const SHRAVANA = 21;

/** The moon's mansion, 0 (Ashvini) to 26 (Revati). */
function nakshatra(instant: number): number {
  const longitude = EclipticGeoMoon(new Date(instant)).lon - ayanamsa(instant);
  return Math.floor((((longitude % 360) + 360) % 360) / (360 / 27));
}

/** Whether the moon is in Shravana at an instant. */
export function inShravana(instant: number): boolean {
  return nakshatra(instant) === SHRAVANA;
}

/**
 * Onam: Thiruvonam (Shravana) in the solar month of Chingam, by the moon's mansion at sunrise in Kerala; the later of two.
 * A mansion that comes and goes between two sunrises is kept on the day it comes.
 */
function thiruvonam(year: number): Day[] {
  const from = civilDay(solarIngress(4, Date.UTC(year, 7, 1)), KOCHI.offsetHours);
  const until = civilDay(solarIngress(5, Date.UTC(year, 8, 1)), KOCHI.offsetHours);
  const atSunrise = (day: Day) => nakshatra(sunrise(day, KOCHI) + 30 * 60_000);
  const days = Array.from({ length: until - from }, (_, step) => from + step);
  const held = days.filter((day) => atSunrise(day) === SHRAVANA);
  if (held.length > 0) return held;
  return days.filter((day) => atSunrise(day) < SHRAVANA && atSunrise(day + 1) > SHRAVANA);
}

/** The full moons while the sun is in Makara (the Tamil month of Thai). */
function thaiFullMoons(year: number): Span[] {
  const [from, to] = [solarIngress(9, Date.UTC(year, 0, 1)), solarIngress(10, Date.UTC(year, 0, 25))];
  return [Month.Pausha, Month.Magha]
    .flatMap((month) => tithiSpans(year, month, 15))
    .filter(({ start, end }) => end > from && start < to + DAY_MS && yearOf(civilDay(start, 8)) === year);
}

export const solarStarFestivals: Rule[] = [
  {
    tradition: "hindu",
    id: "onam",
    occurrences(year) {
      const days = thiruvonam(year);
      const last = days[days.length - 1] ?? dayOf(year, 9, 1);
      return [
        withoutRepeats(
          [last, ...days, last - 1, last + 1].map((day) => ({
            day,
            authority: "Moon in Thiruvonam, Kerala",
            status: "calculated" as const,
          })),
        ),
      ];
    },
  },
  {
    tradition: "hindu",
    id: "thaipusam",
    occurrences: (year) =>
      thaiFullMoons(year)
        .slice(-1)
        .map((span) => {
          const full = daysHolding(span, KUALA_LUMPUR, "sunrise").map(({ day }) => day);
          const near = full.flatMap((day) => [day - 2, day - 1, day, day + 1]);
          // Pushya some hours after sunrise is how Malaysia's own day has fallen; the full moon decides elsewhere.
          const pushya = near.filter((day) => nakshatra(sunrise(day, KUALA_LUMPUR) + 4 * 3_600_000) === 7);
          const days = [
            ...pushya,
            ...full,
            ...full.flatMap((day) => [day - 1, day + 1]),
            ...pushya.map((day) => day - 1),
          ];
          return withoutRepeats(
            days.map((day) => ({
              day,
              authority: "Star Pushya and full moon of Thai",
              status: "calculated" as const,
            })),
          );
        }),
  },
];
