import ICAL from "ical.js";
import { DAY_MS, type Day, isoOf } from "../calendar/days.ts";
import { type FileLine, type FilePart, lineOf, linesNamed } from "./calendar-file.ts";
import { type FileTime, readTime, sameTime, wallOf } from "./file-time.ts";
import { readRule } from "./import-rule.ts";
import { type Zone, type Zones } from "./import-zones.ts";
import { type Budget, daysOfRecurrence } from "./recurrence.ts";

/** A stretch of an event in epoch milliseconds. */
export interface Occurrence {
  start: number;
  end: number;
}

export interface Reading {
  zones: Zones;
  /** Both included. */
  from: Day;
  to: Day;
  /** By UID, the days whose single occurrence was moved or called off. The series leaves those days to it. */
  moved: ReadonlyMap<string, ReadonlySet<Day>>;
  budget: Budget;
  /** Says what was left out. */
  note: (why: string) => void;
}

const LONGEST_DAYS = 31;
const MOST_RULES = 4;
const MOST_LISTED = 2_000;

export const uidOf = (event: FilePart): string => lineOf(event, "UID")?.value ?? "";

/** What a whole day means to the people invited to it: from nine to five. */
const [OPENING_SECOND, WORKING_DAY_MS] = [9 * 3600, 8 * 3_600_000];

/**
 * When an event takes place within the window.
 * @throws RangeError naming `start`, `end` or `rrule`
 */
export function occurrencesOf(event: FilePart, reading: Reading): Occurrence[] {
  const line = lineOf(event, "DTSTART");
  if (!line) throw new RangeError("start: it has no start that can be read.");
  const start = readTime(line.value, "start");
  if (isFree(event, start)) return [];
  const { from, to, note } = reading;
  const zone = reading.zones.of(line, start);
  const length = lengthOf(event, start, zone, reading.zones);
  const skipped = skippedDays(event, start, zone, reading);
  const kept = (day: Day) => !skipped.has(day);
  const at = (time: FileTime, of: Zone, lasting: number): Occurrence[] => {
    const begins = of.instantOf(wallOf(time));
    if (begins !== undefined) return [{ start: begins, end: begins + lasting }];
    note(`on ${isoOf(time.day)} was left out: start: the clocks go forward and skip its time.`);
    return [];
  };
  if (start.isDate) {
    const days = Math.max(1, Math.round(length / DAY_MS));
    return daysOf(event, start, zone, { ...reading, from: from - days + 1 })
      .filter(kept)
      .flatMap((day) => Array.from({ length: days }, (_, index) => day + index))
      .filter((day) => day >= from && day <= to)
      .flatMap((day) => at({ ...start, day, second: OPENING_SECOND }, reading.zones.home, WORKING_DAY_MS));
  }
  const extra = extraTimes(event, zone, reading.zones).filter(
    ({ time }) => !time.isDate && time.day >= from && time.day <= to && kept(time.day),
  );
  const own = extra.filter(
    ({ time, zone: of, length: its }) => of !== zone || time.second !== start.second || its,
  );
  return [
    ...daysOf(event, start, zone, reading)
      .filter(kept)
      .flatMap((day) => at({ ...start, day }, zone, length)),
    ...own.flatMap((one) => at(one.time, one.zone, one.length ?? length)),
  ];
}

/** A whole day that its calendar shows as free time, as birthdays are. */
function isFree(event: FilePart, start: FileTime): boolean {
  const says = (name: string, word: string) => lineOf(event, name)?.value.toUpperCase() === word;
  return start.isDate && (says("TRANSP", "TRANSPARENT") || says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"));
}

/** The days that a series leaves out: taken out, ruled out, or moved elsewhere. */
function skippedDays(event: FilePart, start: FileTime, zone: Zone, reading: Reading): Set<Day> {
  const out = linesNamed(event, "EXDATE").flatMap((line) =>
    timesIn(line).map((time) => dayInZone(time, reading.zones.of(line, time), zone)),
  );
  const rules = linesNamed(event, "EXRULE").flatMap((line) => daysOfRule(line, start, zone, reading));
  const moved = lineOf(event, "RECURRENCE-ID") ? undefined : reading.moved.get(uidOf(event));
  return new Set([...out, ...rules, ...(moved ?? [])]);
}

const timesIn = (line: FileLine): FileTime[] =>
  line.value
    .split(",")
    .slice(0, MOST_LISTED)
    .map((one) => readTime(one, "start"));

/** The day of a time by the clock of a series: an occurrence is often named by its time in UTC. */
export function dayInZone(time: FileTime, of: Zone, zone: Zone): Day {
  if (time.isDate || of === zone) return time.day;
  const instant = of.instantOf(wallOf(time));
  return instant === undefined ? time.day : Math.floor(zone.wallAt(instant) / DAY_MS);
}

interface ExtraTime {
  time: FileTime;
  zone: Zone;
  /** Milliseconds, for a period that tells its own. */
  length?: number;
}

/** Extra dates of a series (RDATE), each with its hour, some with an end of their own. */
function extraTimes(event: FilePart, zone: Zone, zones: Zones): ExtraTime[] {
  return linesNamed(event, "RDATE").flatMap((line) =>
    line.value
      .split(",")
      .slice(0, MOST_LISTED)
      .map((text): ExtraTime => {
        const [begin = "", until] = text.split("/");
        const time = readTime(begin, "start");
        const of = time.isDate ? zone : zones.of(line, time);
        if (until === undefined) return { time, zone: of };
        const lasting = /^[+-]?P/i.test(until)
          ? durationOf(until)
          : between(time, of, readTime(until, "end"), of);
        return { time, zone: of, length: soundLength(lasting) };
      }),
  );
}

function lengthOf(event: FilePart, start: FileTime, zone: Zone, zones: Zones): number {
  const line = lineOf(event, "DTEND");
  const duration = lineOf(event, "DURATION");
  if (line) {
    const end = readTime(line.value, "end");
    // Some programs end a whole day on the day itself.
    if (start.isDate && end.isDate && sameTime(start, end)) return DAY_MS;
    return soundLength(between(start, zone, end, zones.of(line, end)));
  }
  if (duration) return soundLength(durationOf(duration.value));
  return start.isDate ? DAY_MS : 3_600_000;
}

function soundLength(milliseconds: number): number {
  if (milliseconds === 0) throw new RangeError("end: it ends at the moment it starts.");
  if (!(milliseconds > 0)) throw new RangeError("end: it ends before it starts.");
  if (milliseconds > LONGEST_DAYS * DAY_MS)
    throw new RangeError(`end: it lasts longer than ${LONGEST_DAYS} days.`);
  return milliseconds;
}

/** The time that passes, whatever zones the two are written in; whole days are days, however long their hours. */
function between(start: FileTime, zone: Zone, end: FileTime, zoneOfEnd: Zone): number {
  if (start.isDate || end.isDate) return wallOf(end) - wallOf(start);
  const [begins, ends] = [zone.instantOf(wallOf(start)), zoneOfEnd.instantOf(wallOf(end))];
  return begins === undefined || ends === undefined ? wallOf(end) - wallOf(start) : ends - begins;
}

function durationOf(text: string): number {
  try {
    return ICAL.Duration.fromString(text).toSeconds() * 1000;
  } catch {
    throw new RangeError("end: its length cannot be read.");
  }
}

function daysOf(event: FilePart, start: FileTime, zone: Zone, reading: Reading): Day[] {
  const rules = linesNamed(event, "RRULE");
  if (rules.length > MOST_RULES)
    throw new RangeError(`rrule: it has more than ${MOST_RULES} rules of repetition.`);
  const repeated = rules.flatMap((line) => daysOfRule(line, start, zone, reading));
  const extra = extraTimes(event, zone, reading.zones).filter(
    ({ time, zone: of, length }) => time.isDate || (of === zone && time.second === start.second && !length),
  );
  const all = new Set([start.day, ...repeated, ...extra.map(({ time }) => time.day)]);
  return [...all].filter((day) => day >= reading.from && day <= reading.to).sort((a, b) => a - b);
}

function daysOfRule(
  line: FileLine,
  start: FileTime,
  zone: Zone,
  { zones, from, to, budget }: Reading,
): Day[] {
  const rule = readRule(line.value, (until) => lastDay(until, start, zone, zones));
  return daysOfRecurrence(rule, start.day, from, to, budget);
}

/** An end in UTC can lie earlier or later in the day than the meeting: then the day itself counts or does not. */
function lastDay(until: FileTime, start: FileTime, zone: Zone, zones: Zones): Day {
  if (until.isDate) return until.day;
  const end = until.utc
    ? zones.utc.instantOf(wallOf(until))!
    : (zone.instantOf(wallOf(until)) ?? wallOf(until));
  const day = Math.floor(zone.wallAt(end) / DAY_MS);
  const onThatDay =
    zone.instantOf(wallOf({ day, second: start.second })) ?? wallOf({ day, second: start.second });
  return onThatDay <= end ? day : day - 1;
}
