import { entryOf } from "./catalogue/all.ts";
import { type Day, isoOf, readDay } from "./days.ts";
import { spanOf } from "./hours.ts";
import { type Observance } from "./observance.ts";
import { type Coordinates } from "./sun.ts";

/** A date that a community or authority has announced, or a local custom, as an owner recorded it. */
export interface Announcement {
  tradition: string;
  observance: string;
  date: string;
  /** Who announced it, as people there would name them. */
  authority: string;
  /** Where it was announced. */
  source: string;
  recordedOn: string;
}

/** An announcement belongs to an occurrence that has a date no further off than this. */
const REACH_DAYS = 15;

/** What comes often takes only an announcement that cannot be meant for its neighbour. */
const REACH_OF_FREQUENT: ReadonlyMap<string, number> = new Map([
  ["jumuah", 3],
  ["shabbat", 3],
  ["ekadashi", 3],
  ["ramadan_day", 0],
  ["paryushan_day", 0],
]);

/** How many days an announced date of an observance may lie from every date we work out. */
export function reachOf(observance: string): number {
  return REACH_OF_FREQUENT.get(observance) ?? REACH_DAYS;
}

/** The observance with announced dates put first; earlier variants stay as rivals. */
export function withAnnouncement(
  observance: Observance,
  announcements: readonly Announcement[],
  at: Coordinates,
): Observance {
  const expected = observance.variants[0];
  if (announcements.length === 0 || !expected) return observance;
  const length = expected.endDate ? readDay(expected.endDate, "endDate") - readDay(expected.date, "date") : 0;
  const around = observance.variants.map(({ date }) => readDay(date, "date"));
  const reach = reachOf(observance.id);
  const heard = announcements
    .filter(({ tradition, observance: id }) => tradition === observance.tradition && id === observance.id)
    .map((one) => ({ ...one, day: readDay(one.date, "date") }))
    .filter(({ day }) => around.some((one) => Math.abs(day - one) <= reach));
  if (heard.length === 0) return observance;
  const { hours } = entryOf(observance.tradition, observance.id);
  const announced = heard.map(({ day, authority, source, recordedOn }) => ({
    date: isoOf(day as Day),
    ...(length > 0 ? { endDate: isoOf(day + length) } : {}),
    start: new Date(spanOf(hours, day, day + length, at).start).toISOString(),
    end: new Date(spanOf(hours, day, day + length, at).end).toISOString(),
    authority: `${authority} (${source}, recorded ${recordedOn})`,
    status: "announced" as const,
  }));
  const rivals = observance.variants.filter(({ date }) => !heard.some((one) => one.date === date));
  return { ...observance, variants: [...announced, ...rivals] };
}
