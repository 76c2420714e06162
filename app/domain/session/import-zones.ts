import { Temporal } from "temporal-polyfill";
import { findIana } from "windows-iana";
import { DAY_MS, dayOf, yearOf } from "../calendar/days.ts";
import { homeZone } from "../dates/days.ts";
import { type CalendarFile, type FileLine, type FilePart, lineOf, linesNamed } from "./calendar-file.ts";
import { type FileTime, readTime, wallOf } from "./file-time.ts";
import { readRule } from "./import-rule.ts";
import { daysOfRecurrence } from "./recurrence.ts";

/** A clock of some place. Wall times are milliseconds on a clock that knows no zone. */
export interface Zone {
  name: string;
  /** Epoch milliseconds; the earlier of two, undefined when the change of clocks skips the time. */
  instantOf(wall: number): number | undefined;
  wallAt(instant: number): number;
}

export interface Zones {
  /** @throws RangeError for a zone that neither we nor the file know */
  of(line: FileLine | undefined, time: FileTime): Zone;
  utc: Zone;
  home: Zone;
}

/** A file needs a handful; each is worked out when it is first met. */
const MOST_ZONES = 30;
const MOST_CHANGES_LISTED = 80;
const LONGEST_NAME = 255;

/**
 * The zones that a file speaks of: those of the IANA list, the names of Microsoft's programs (Unicode's table), and those that
 * the file itself defines (VTIMEZONE, RFC 5545 section 3.6.5). A known name goes before what the file says of it.
 * @param from @param to years for which changes of the clock are needed
 */
export function zonesOf(file: Pick<CalendarFile, "zones">, from: number, to: number): Zones {
  const known = new Map<string, Zone | RangeError>();
  const named = (name: string): Zone => {
    let zone = known.get(name);
    if (!zone) {
      if (known.size >= MOST_ZONES)
        zone = new RangeError(`start: this file has more than ${MOST_ZONES} time zones.`);
      else zone = attempt(() => findZone(name, file.zones.get(name), from, to));
      if (known.size < MOST_ZONES) known.set(name, zone);
    }
    if (zone instanceof RangeError) throw zone;
    return zone;
  };
  const [utc, home] = [ianaZone("UTC"), ianaZone(homeZone)];
  return {
    utc,
    home,
    of(line, time) {
      const name = line?.params.get("TZID");
      // A time that names no zone is that of whoever reads it.
      return time.utc ? utc : name ? named(name) : home;
    },
  };
}

function attempt<T>(work: () => T): T | RangeError {
  try {
    return work();
  } catch (error) {
    return error instanceof RangeError ? error : new RangeError("start: its time zone cannot be read.");
  }
}

function findZone(name: string, defined: FilePart | undefined, from: number, to: number): Zone {
  if (name.length > LONGEST_NAME) throw unknownZone(name);
  const [windows] = findIana(name);
  const iana = [name, windows, defined && lineOf(defined, "X-LIC-LOCATION")?.value].find(isIana);
  if (iana) return ianaZone(iana);
  if (defined) return definedZone(name, defined, from, to);
  // Some programs put a path before the name: /freeassociation.sourceforge.net/Europe/London.
  const tail = /([A-Za-z_]+(?:\/[A-Za-z_+-]+){1,2})$/.exec(name)?.[1];
  const last = [tail, tail?.split("/").slice(-2).join("/"), /\butc$/i.test(name) ? "UTC" : undefined].find(
    isIana,
  );
  if (last) return ianaZone(last);
  throw unknownZone(name);
}

const unknownZone = (name: string) =>
  new RangeError(`start: there is no time zone “${name.slice(0, 60)}”, and the file does not explain it.`);

function isIana(name: string | undefined): name is string {
  if (!name) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

const QUARTER_MS = 900_000;

function ianaZone(name: string): Zone {
  const known = new Map<number, number>();
  const lookUp = (instant: number) => {
    let offset = known.get(instant);
    if (offset === undefined) {
      offset =
        Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name).offsetNanoseconds /
        1_000_000;
      if (known.size < 50_000) known.set(instant, offset);
    }
    return offset;
  };
  return zoneBy(name, (instant) => {
    const midnight = Math.floor(instant / DAY_MS) * DAY_MS;
    const offset = lookUp(midnight);
    // On a day of change, to the quarter of an hour: no clock changes between.
    return offset === lookUp(midnight + DAY_MS)
      ? offset
      : lookUp(Math.floor(instant / QUARTER_MS) * QUARTER_MS);
  });
}

/** A zone from its offset to UTC at an instant. */
function zoneBy(name: string, offsetAt: (instant: number) => number): Zone {
  return {
    name,
    wallAt: (instant) => instant + offsetAt(instant),
    instantOf(wall) {
      // The clocks change once in two days at most: both offsets that can hold are those a day before and after.
      const offsets = [offsetAt(wall - DAY_MS), offsetAt(wall + DAY_MS)].sort((a, b) => b - a);
      const offset = offsets.find((one) => offsetAt(wall - one) === one);
      return offset === undefined ? undefined : wall - offset;
    },
  };
}

interface Change {
  instant: number;
  before: number;
  after: number;
}

/** A zone that the file defines by its changes of the clock. @throws RangeError when they cannot be read */
function definedZone(name: string, part: FilePart, from: number, to: number): Zone {
  const fail = () =>
    new RangeError(
      `start: the file explains the time zone “${name.slice(0, 60)}” in a way we cannot follow.`,
    );
  const seasons = part.parts.filter(({ name: kind }) => kind === "STANDARD" || kind === "DAYLIGHT");
  if (seasons.length === 0 || seasons.length > MOST_CHANGES_LISTED) throw fail();
  const changes = seasons
    .flatMap((season) => {
      const [before, after] = [offsetOf(season, "TZOFFSETFROM"), offsetOf(season, "TZOFFSETTO")];
      if (before === undefined || after === undefined) throw fail();
      return onsetsOf(season, from, to, fail).map((wall): Change => ({
        instant: wall - before,
        before,
        after,
      }));
    })
    .sort((a, b) => a.instant - b.instant);
  if (changes.length === 0) throw fail();
  return zoneBy(name, (instant) => {
    let offset = changes[0]!.before;
    for (const change of changes) {
      if (change.instant > instant) break;
      offset = change.after;
    }
    return offset;
  });
}

function offsetOf(season: FilePart, name: string): number | undefined {
  const [, sign, hours, minutes, seconds] =
    /^([+-]?)(\d\d):?(\d\d):?(\d\d)?$/.exec(lineOf(season, name)?.value ?? "") ?? [];
  if (!hours) return undefined;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === "-" ? -size : size;
}

/** When a season begins, as wall times before the change, in the years asked for and once before them. */
function onsetsOf(season: FilePart, from: number, to: number, fail: () => RangeError): number[] {
  const line = lineOf(season, "DTSTART");
  if (!line) throw fail();
  const first = readTime(line.value, "start");
  const listed = linesNamed(season, "RDATE").flatMap(({ value }) =>
    value
      .split(",")
      .slice(0, 200)
      .map((one) => wallOf(readTime(one.split("/")[0]!, "start"))),
  );
  const rule = lineOf(season, "RRULE");
  if (!rule) return [wallOf(first), ...listed];
  const read = readRule(rule.value, (until) => until.day);
  if (read.freq !== "YEARLY" || read.interval !== 1 || read.count !== undefined) throw fail();
  const [begin, end] = [dayOf(from - 2, 1, 1), dayOf(to + 1, 12, 31)];
  // A season that came to an end before these years still tells the offset that it left behind.
  if (read.until !== undefined && read.until < begin)
    return [wallOf({ ...first, day: read.until }), ...listed];
  // Microsoft's programs begin every rule in 1601; what lies long before the window changes nothing in it.
  const since = first.day < begin ? dayOf(yearOf(begin) - 1, ...monthAndDay(first.day)) : first.day;
  const days = daysOfRecurrence(read, since, begin, end);
  return [...days.map((day) => wallOf({ ...first, day })), ...listed];
}

function monthAndDay(day: number): [month: number, day: number] {
  const at = new Date(day * DAY_MS);
  return [at.getUTCMonth() + 1, at.getUTCDate()];
}
