import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { type Day, isoOf } from "../calendar/days.ts";
import { homeZone } from "../dates/days.ts";

/** Names that Microsoft's programs write for the zones most met here. */
const WINDOWS_ZONES: Record<string, string> = {
  "Central European Standard Time": "Europe/Warsaw",
  "Eastern Standard Time": "America/New_York",
  "GMT Standard Time": homeZone,
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "India Standard Time": "Asia/Kolkata",
  "Pacific Standard Time": "America/Los_Angeles",
  "Romance Standard Time": "Europe/Paris",
  "W. Europe Standard Time": "Europe/Berlin",
};

/**
 * The zone of a time: "UTC", an IANA name, or London for a time that names none.
 * @throws RangeError for a zone that nobody knows
 */
export function zoneOf(property: ICAL.Property | null): string {
  const value = property?.getFirstValue();
  if (value instanceof ICAL.Time && value.zone === ICAL.Timezone.utcTimezone) return "UTC";
  const name = property?.getParameter("tzid");
  if (!name || Array.isArray(name)) return homeZone;
  // Some programs put a path before the name: /freeassociation.sourceforge.net/Europe/London.
  const bare =
    WINDOWS_ZONES[name] ?? /([A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_+-]+)?)$/.exec(name)?.[1] ?? name;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(bare);
    return bare;
  } catch {
    throw new RangeError(`start: there is no time zone “${name.slice(0, 60)}”.`);
  }
}

/** Epoch milliseconds of a clock time on a day; undefined when the change of clocks skips it. */
export function instantOf(
  day: Day,
  { hour, minute, second }: Pick<ICAL.Time, "hour" | "minute" | "second">,
  zone: string,
): number | undefined {
  const two = (value: number) => String(value).padStart(2, "0");
  const local = Temporal.PlainDateTime.from(
    `${isoOf(day)}T${two(hour)}:${two(minute)}:${two(Math.min(second, 59))}`,
  );
  const zoned = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  return zoned.toPlainDateTime().equals(local) ? zoned.epochMilliseconds : undefined;
}
