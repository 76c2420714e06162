import { DAY_MS, type Day } from "./days.ts";

/** Degrees north and degrees east. */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

const RADIANS = Math.PI / 180;

/** Altitude of the sun's centre, in degrees, when its upper edge touches a level horizon. */
export const HORIZON = -0.833;

/** Declination (radians) and equation of time (hours), good to about 0.01°: Astronomical Almanac, low-precision sun. */
function sunAt(instant: number): { declination: number; equationOfTime: number } {
  const days = instant / DAY_MS - 10957.5;
  const meanLongitude = (280.46 + 0.9856474 * days) % 360;
  const anomaly = (357.528 + 0.9856003 * days) * RADIANS;
  const longitude = (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RADIANS;
  const obliquity = (23.439 - 0.0000004 * days) * RADIANS;
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude)) / RADIANS;
  const difference = ((((meanLongitude - rightAscension + 180) % 360) + 360) % 360) - 180;
  return {
    declination: Math.asin(Math.sin(obliquity) * Math.sin(longitude)),
    equationOfTime: difference / 15,
  };
}

/**
 * Epoch milliseconds when the sun passes an altitude on a civil day at a place, or undefined where it never does
 * (far north in midsummer and midwinter).
 */
export function sunCrossing(
  day: Day,
  at: Coordinates,
  rising: boolean,
  altitude: number = HORIZON,
): number | undefined {
  const latitude = at.latitude * RADIANS;
  let instant = day * DAY_MS + (12 - at.longitude / 15) * 3_600_000;
  for (let pass = 0; pass < 3; pass++) {
    const { declination, equationOfTime } = sunAt(instant);
    const cosine =
      (Math.sin(altitude * RADIANS) - Math.sin(latitude) * Math.sin(declination)) /
      (Math.cos(latitude) * Math.cos(declination));
    if (!(cosine >= -1 && cosine <= 1)) return undefined;
    const hours = Math.acos(cosine) / RADIANS / 15;
    instant =
      day * DAY_MS + (12 - at.longitude / 15 - equationOfTime + (rising ? -hours : hours)) * 3_600_000;
  }
  return instant;
}

/** Sunrise, or 06:00 local mean time where the sun does not rise that day. */
export function sunrise(day: Day, at: Coordinates): number {
  return sunCrossing(day, at, true) ?? day * DAY_MS + (6 - at.longitude / 15) * 3_600_000;
}

/** Sunset, or 18:00 local mean time where the sun does not set that day. */
export function sunset(day: Day, at: Coordinates): number {
  return sunCrossing(day, at, false) ?? day * DAY_MS + (18 - at.longitude / 15) * 3_600_000;
}
