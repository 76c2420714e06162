import { CalculationMethod, Coordinates, HighLatitudeRule, Madhab, PrayerTimes } from "adhan";
import { Temporal } from "temporal-polyfill";
import { readDay } from "./days.ts";
import { readPlace } from "./places.ts";
import { sunCrossing } from "./sun.ts";

export interface PrayerQuestion {
  /** ISO date. */
  date: string;
  latitude: number;
  longitude: number;
  /** IANA zone for the clock times; Europe/London when absent. */
  timeZone?: string;
}

/** Clock times, HH:MM. `asr` is the earlier school's (Shafi'i, Maliki, Hanbali), `asrHanafi` the later. */
export interface DayOfPrayer {
  fajr: string;
  sunrise: string;
  dhuhr: string;
  asr: string;
  asrHanafi: string;
  maghrib: string;
  isha: string;
}

/**
 * Prayer times by the Moonsighting Committee's method (adhan), which adds 5 minutes to Dhuhr and 3 to Maghrib as
 * London's timetables do. Where the night never grows dark, Fajr and Isha take a share of it.
 * @throws RangeError naming `date`, `latitude`, `longitude` or `timeZone`; also where the sun does not rise and set that
 *   day, or stays too low for shadows to tell the afternoon prayer: what to follow there is for a mosque to say
 */
export function prayerTimes({
  date,
  latitude,
  longitude,
  timeZone = "Europe/London",
}: PrayerQuestion): DayOfPrayer {
  const civil = readDay(date, "date");
  readPlace({ latitude, longitude });
  if (sunCrossing(civil, { latitude, longitude }, true) === undefined) throw noSunThere(date);
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const at = new Coordinates(latitude, longitude);
  // adhan reads the civil date off the machine's clock, whatever its zone; noon keeps it there.
  const noon = new Date(year, month - 1, day, 12);
  const method = CalculationMethod.MoonsightingCommittee();
  method.highLatitudeRule = HighLatitudeRule.recommended(at);
  const times = new PrayerTimes(at, noon, method);
  method.madhab = Madhab.Hanafi;
  const later = new PrayerTimes(at, noon, method);
  const inOrder = [times.fajr, times.sunrise, times.dhuhr, times.asr, later.asr, times.maghrib, times.isha];
  if (inOrder.some((time, index) => !(index === 0 || time > inOrder[index - 1]!))) throw noSunThere(date);
  return {
    fajr: clock(times.fajr, timeZone),
    sunrise: clock(times.sunrise, timeZone),
    dhuhr: clock(times.dhuhr, timeZone),
    asr: clock(times.asr, timeZone),
    asrHanafi: clock(later.asr, timeZone),
    maghrib: clock(times.maghrib, timeZone),
    isha: clock(times.isha, timeZone),
  };
}

function noSunThere(date: string): RangeError {
  return new RangeError(
    `latitude: on ${date} the sun does not rise and set there, or stays too low to tell the prayers by. ` +
      "Give the latitude and longitude of the place whose times the mosque there follows.",
  );
}

function clock(instant: Date, timeZone: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
      .toZonedDateTimeISO(timeZone)
      .toPlainTime()
      .toString({ smallestUnit: "minute" });
  } catch {
    throw new RangeError(`timeZone: "${timeZone}" is not a time zone. Write one such as Europe/London.`);
  }
}
