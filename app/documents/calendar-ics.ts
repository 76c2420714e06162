import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addDays } from "#app/domain/dates/days.ts";
import type { Observance, Variant } from "#app/domain/calendar/index.ts";
import { traditionName } from "#app/domain/calendar/tradition-names.ts";

export type CalendarFile = {
  name: string;
  /** The site's own address, for links. */
  publicUrl: string;
  /** ISO instant written as DTSTAMP: when these facts were worked out. */
  stampedAt: string;
};

/**
 * Observances as iCalendar (RFC 5545). Each date on which one may be kept is an event of its own: the likeliest, and its
 * rivals marked "possibly" and tentative. Days are whole days; prayer on Friday and Shabbat have hours (UTC).
 */
export function calendarIcs(observances: readonly Observance[], file: CalendarFile): string {
  const calendar = ical({
    name: file.name,
    description: "Faith and bank holidays with the dates on which they are, or may be, kept.",
    prodId: { company: "Kept", product: "Faith calendar", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 24 * 60 * 60,
  });
  for (const observance of observances) {
    observance.variants.forEach((variant, index) =>
      calendar.createEvent(eventOf(observance, variant, index, file)),
    );
  }
  return calendar.toString();
}

function eventOf(observance: Observance, variant: Variant, index: number, file: CalendarFile) {
  const { tradition, id, name, meeting, food, kind, source } = observance;
  const rivals = observance.variants.length > 1;
  const doubt = !rivals ? "" : index === 0 ? " (likely)" : " (possibly)";
  const url = `${file.publicUrl}/calendar/${id}`;
  return {
    id: `${tradition}-${id}-${variant.date}@calendar.kept`,
    summary: `${name}${doubt}`,
    description: [
      `${traditionName(tradition)}. By: ${variant.authority} (${variant.status}).`,
      ...(kind === "weekly" ? [] : hoursInWords(variant)),
      meeting,
      food,
      `Source: ${source}`,
    ].join("\n"),
    url,
    stamp: file.stampedAt,
    transparency: ICalEventTransparency.TRANSPARENT,
    status: rivals && index > 0 ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    categories: [{ name: traditionName(tradition) }],
    ...when(kind === "weekly", variant),
  };
}

const london = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});
const londonClock = (instant: string) => london.format(new Date(instant));

/** Nothing for whole civil days: the date says it. */
function hoursInWords({ start, end }: Variant): string[] {
  const [from, to] = [londonClock(start), londonClock(end)];
  if (from.endsWith("00:00") && to.endsWith("00:00")) return [];
  return [`From ${from} to ${to}, by the clock in the UK.`];
}

function when(timed: boolean, { date, endDate, start, end }: Variant) {
  if (timed) return { start: new Date(start), end: new Date(end) };
  // All-day ends are exclusive. ical-generator reads local parts, so noon keeps the day in every zone.
  const dayAt = (iso: string) => {
    const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
    return new Date(year, month - 1, day, 12);
  };
  return { allDay: true, start: dayAt(date), end: dayAt(addDays(endDate ?? date, 1)) };
}
