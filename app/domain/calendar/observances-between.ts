import { type Announcement, withAnnouncement } from "./announcement.ts";
import { entryOf, TRADITIONS } from "./catalogue/all.ts";
import { sourceOf } from "./catalogue/notes.ts";
import { occurrencesOf } from "./days-of-year.ts";
import { type Day, dayOf, isoOf, readDay, yearOf } from "./days.ts";
import { findGuide } from "./guide/guide.ts";
import { spanOf } from "./hours.ts";
import { type Observance } from "./observance.ts";
import { readPlace } from "./places.ts";
import { type Occurrence } from "./rule.ts";
import { type Coordinates } from "./sun.ts";

export interface Options {
  /** Tradition ids; all when absent. */
  traditions?: readonly string[];
  /** A built-in place's name or degrees; London when absent. Begins and ends are for this place. */
  place?: string | Coordinates;
  announcements?: readonly Announcement[];
  /** Takes windows of ten years and more too, for scripts that know that they ask for much. */
  anyLength?: boolean;
}

/** Windows of this many years and more are refused: ten hold some 9,000 observances. */
const TOO_MANY_YEARS = 10;

function readWindow(from: string, to: string, anyLength = false): { first: Day; last: Day } {
  const first = readDay(from, "from");
  const last = readDay(to, "to");
  if (last < first) throw new RangeError(`to: ${to} is before ${from}. Choose an end on or after the start.`);
  const [year, month, day] = from.split("-").map(Number) as [number, number, number];
  const latest = dayOf(year + TOO_MANY_YEARS, month, day) - 2;
  if (last > latest && !anyLength) {
    throw new RangeError(
      `to: from ${from} to ${to} is ${TOO_MANY_YEARS} years or more. Choose an end no later than ${isoOf(latest)}.`,
    );
  }
  return { first, last };
}

function readTraditions(traditions: readonly string[] | undefined): ReadonlySet<string> {
  const unknown = traditions?.find((one) => !TRADITIONS.includes(one));
  if (unknown !== undefined) {
    throw new RangeError(`traditions: "${unknown}" is not one of ${TRADITIONS.join(", ")}.`);
  }
  return new Set(traditions ?? TRADITIONS);
}

/** How far an announced date may carry an occurrence beyond its own days, its length included. */
const ANNOUNCED_MARGIN = 90;

/** By place, then by occurrence: working out begins and ends is what costs. */
const expandedAt = new Map<string, WeakMap<Occurrence, Observance>>();
const MOST_PLACES = 40;

function expandedFor(at: Coordinates): WeakMap<Occurrence, Observance> {
  const key = `${at.latitude} ${at.longitude}`;
  const known = expandedAt.get(key);
  if (known) return known;
  if (expandedAt.size >= MOST_PLACES) expandedAt.clear();
  const fresh = new WeakMap<Occurrence, Observance>();
  expandedAt.set(key, fresh);
  return fresh;
}

/** A year's observances of some traditions that reach into the days given. */
function reaching(year: number, traditions: ReadonlySet<string>, first: Day, last: Day, at: Coordinates) {
  const expanded = expandedFor(at);
  return occurrencesOf(year)
    .filter(
      ({ rule, occurrence }) =>
        traditions.has(rule.tradition) &&
        occurrence.some(({ day, end }) => day <= last && (end ?? day) >= first),
    )
    .map(({ rule, occurrence }) => {
      const known = expanded.get(occurrence);
      if (known) return known;
      const fresh = observanceOf(rule.tradition, rule.id, occurrence, at);
      expanded.set(occurrence, fresh);
      return fresh;
    });
}

function observanceOf(tradition: string, id: string, occurrence: Occurrence, at: Coordinates): Observance {
  const entry = entryOf(tradition, id);
  const guide = findGuide(tradition, id);
  return {
    id,
    tradition,
    name: entry.name,
    severity: entry.severity,
    kind: entry.kind,
    variants: occurrence.map(({ day, end, authority, status }) => {
      const span = spanOf(entry.hours, day, end ?? day, at);
      return {
        date: isoOf(day),
        ...(end === undefined ? {} : { endDate: isoOf(end) }),
        start: new Date(span.start).toISOString(),
        end: new Date(span.end).toISOString(),
        authority,
        status,
      };
    }),
    meeting: guide?.time ?? "",
    food: guide?.food ?? entry.food,
    source: sourceOf(tradition),
  };
}

/**
 * Every observance with some variant on a day of the window (both ends included), by date, tradition and id.
 * The first variant is the most likely in the United Kingdom; the others are rivals to protect as well.
 * @throws RangeError naming `from`, `to`, `traditions`, `place`, `latitude` or `longitude`
 */
export function observancesBetween(from: string, to: string, options: Options = {}): Observance[] {
  const { first, last } = readWindow(from, to, options.anyLength);
  const traditions = readTraditions(options.traditions);
  const at = readPlace(options.place);
  const announcements = options.announcements ?? [];
  const margin = announcements.length > 0 ? ANNOUNCED_MARGIN : 0;
  const found: Observance[] = [];
  for (let year = yearOf(first) - 1; year <= yearOf(last) + 1; year++) {
    for (const observance of reaching(year, traditions, first - margin, last + margin, at)) {
      const heard = withAnnouncement(observance, announcements, at);
      if (heard.variants.some((one) => one.date <= to && (one.endDate ?? one.date) >= from))
        found.push(heard);
    }
  }
  return found.sort(byDate);
}

function byDate(a: Observance, b: Observance): number {
  const [one, other] = [a.variants[0]?.date ?? "", b.variants[0]?.date ?? ""];
  if (one !== other) return one < other ? -1 : 1;
  const [left, right] = [`${a.tradition} ${a.id}`, `${b.tradition} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
