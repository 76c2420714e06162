import {
  CalculationMethod,
  Coordinates,
  HighLatitudeRule,
  Madhab,
  PolarCircleResolution,
  PrayerTimes,
} from "adhan";
import { Temporal } from "temporal-polyfill";
import { readDay } from "./days.ts";
import { readPlace } from "./places.ts";

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
 * London's timetables do. Inside the polar circles the nearest latitude with a sunrise stands in.
 * @throws RangeError naming `date`, `latitude`, `longitude` or `timeZone`
 */
export function prayerTimes({
  date,
  latitude,
  longitude,
  timeZone = "Europe/London",
}: PrayerQuestion): DayOfPrayer {
  readDay(date, "date");
  readPlace({ latitude, longitude });
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const at = new Coordinates(latitude, longitude);
  // adhan reads the civil date off the machine's clock, whatever its zone; noon keeps it there.
  const noon = new Date(year, month - 1, day, 12);
  const method = CalculationMethod.MoonsightingCommittee();
  method.highLatitudeRule = HighLatitudeRule.recommended(at);
  method.polarCircleResolution = PolarCircleResolution.AqrabBalad;
  const times = new PrayerTimes(at, noon, method);
  method.madhab = Madhab.Hanafi;
  const later = new PrayerTimes(at, noon, method);
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

function clock(instant: Date, timeZone: string): string {
  if (Number.isNaN(instant.getTime())) {
    throw new RangeError(
      "latitude: the sun does not rise and set there on that date. Choose a place nearer the equator.",
    );
  }
  try {
    return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
      .toZonedDateTimeISO(timeZone)
      .toPlainTime()
      .toString({ smallestUnit: "minute" });
  } catch {
    throw new RangeError(`timeZone: "${timeZone}" is not a time zone. Write one such as Europe/London.`);
  }
}
