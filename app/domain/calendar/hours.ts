import { Temporal } from "temporal-polyfill";
import { type Day, isoOf } from "./days.ts";
import { type Hours } from "./observance.ts";
import { type Coordinates, sunCrossing, sunrise, sunset } from "./sun.ts";

const CANDLES_MS = 18 * 60_000;
const NIGHTFALL = -8.5;
const DAWN = -18;

const midnights = new Map<Day, number>();

/** Epoch milliseconds of midnight in the United Kingdom at the start of a civil day. */
export function ukMidnight(day: Day): number {
  const known = midnights.get(day);
  if (known !== undefined) return known;
  const instant = Temporal.PlainDate.from(isoOf(day)).toZonedDateTime("Europe/London").epochMilliseconds;
  if (midnights.size < 20_000) midnights.set(day, instant);
  return instant;
}

/** Nightfall, when the sun stands 8.5° under the horizon; where it never does, 72 minutes after sunset. */
export function nightfall(day: Day, at: Coordinates): number {
  return sunCrossing(day, at, false, NIGHTFALL) ?? sunset(day, at) + 72 * 60_000;
}

/** Candle-lighting: 18 minutes before sunset. */
export function candleLighting(day: Day, at: Coordinates): number {
  return sunset(day, at) - CANDLES_MS;
}

/** Dawn at 18°; in the bright nights of a northern summer, one seventh of the night before sunrise. */
export function dawn(day: Day, at: Coordinates): number {
  const rise = sunrise(day, at);
  return sunCrossing(day, at, true, DAWN) ?? rise - (rise - sunset(day - 1, at)) / 7;
}

/** When an observance of so many days begins and ends at a place. */
export function spanOf(hours: Hours, first: Day, last: Day, at: Coordinates): { start: number; end: number } {
  switch (hours) {
    case "jumuah":
      return jumuahHours(first);
    case "civil":
      return { start: ukMidnight(first), end: ukMidnight(last + 1) };
    case "sunset":
      return { start: sunset(first - 1, at), end: sunset(last, at) };
    case "sabbath":
      return { start: candleLighting(first - 1, at), end: nightfall(last, at) };
    case "dawn":
      return { start: dawn(first, at), end: sunset(last, at) };
    case "sunrise":
      return { start: sunrise(first, at), end: sunset(last, at) };
  }
}

/** Jumu'ah as most UK mosques hold it, 12:30 to 14:30 by the clock. */
export function jumuahHours(day: Day): { start: number; end: number } {
  const midnight = ukMidnight(day);
  return { start: midnight + 12.5 * 3_600_000, end: midnight + 14.5 * 3_600_000 };
}
