import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { type Day, dayOf, isoOf } from "../calendar/days.ts";
import { homeZone } from "../dates/days.ts";

/** Names that Microsoft's programs write for the zones most met here. */
const WINDOWS_ZONES: Record<string, string> = {
  "AUS Eastern Standard Time": "Australia/Sydney",
  "Arab Standard Time": "Asia/Riyadh",
  "Arabian Standard Time": "Asia/Dubai",
  "Bangladesh Standard Time": "Asia/Dhaka",
  "Central Europe Standard Time": "Europe/Budapest",
  "Central European Standard Time": "Europe/Warsaw",
  "Central Standard Time": "America/Chicago",
  "China Standard Time": "Asia/Shanghai",
  "E. Africa Standard Time": "Africa/Nairobi",
  "E. Europe Standard Time": "Europe/Chisinau",
  "Eastern Standard Time": "America/New_York",
  "Egypt Standard Time": "Africa/Cairo",
  "FLE Standard Time": "Europe/Kyiv",
  "GMT Standard Time": homeZone,
  "GTB Standard Time": "Europe/Bucharest",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "India Standard Time": "Asia/Kolkata",
  "Israel Standard Time": "Asia/Jerusalem",
  "Middle East Standard Time": "Asia/Beirut",
  "Mountain Standard Time": "America/Denver",
  "Pacific Standard Time": "America/Los_Angeles",
  "Pakistan Standard Time": "Asia/Karachi",
  "Romance Standard Time": "Europe/Paris",
  "Russian Standard Time": "Europe/Moscow",
  "SA Pacific Standard Time": "America/Bogota",
  "Singapore Standard Time": "Asia/Singapore",
  "South Africa Standard Time": "Africa/Johannesburg",
  "Sri Lanka Standard Time": "Asia/Colombo",
  "Tokyo Standard Time": "Asia/Tokyo",
  "Turkey Standard Time": "Europe/Istanbul",
  UTC: "UTC",
  "W. Central Africa Standard Time": "Africa/Lagos",
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
  // No zone has a name near as long as its last 80 letters, and a name of a million would be searched from each of them.
  const end = name.slice(-80);
  const bare = WINDOWS_ZONES[name] ?? /([A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_+-]+)?)$/.exec(end)?.[1] ?? name;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(bare);
    return bare;
  } catch {
    throw new RangeError(`start: there is no time zone “${name.slice(0, 60)}”.`);
  }
}

/** The day of a time in another zone: an occurrence is often taken out by its time in UTC. */
export function dayIn(value: ICAL.Time, from: string, to: string): Day {
  const day = dayOf(value.year, value.month, value.day);
  if (value.isDate || from === to) return day;
  const at = instantOf(day, value, from);
  if (at === undefined) return day;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(to);
  return dayOf(local.year, local.month, local.day);
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
