import { type Announcement, reachOf } from "./announcement.ts";
import { isoOf, readDay } from "./days.ts";
import { type Observance } from "./observance.ts";
import { observancesBetween } from "./observances-between.ts";

/** Wide enough for rivals of one occurrence that stand months apart. */
const AROUND_DAYS = 45;

/**
 * The occurrence that an announced date is about, with the announcements given already taken in, or undefined when no
 * date we work out is near enough for it to count.
 * @throws RangeError for a day or a tradition that the calendar does not know
 */
export function announcedOccurrence(
  about: Pick<Announcement, "tradition" | "observance" | "date">,
  announcements: readonly Announcement[] = [],
): Observance | undefined {
  const day = readDay(about.date, "date");
  const reach = reachOf(about.observance);
  return observancesBetween(isoOf(day - AROUND_DAYS), isoOf(day + AROUND_DAYS), {
    traditions: [about.tradition],
    announcements,
  })
    .filter(({ id }) => id === about.observance)
    .find(({ variants }) => variants.some(({ date }) => Math.abs(readDay(date, "date") - day) <= reach));
}
