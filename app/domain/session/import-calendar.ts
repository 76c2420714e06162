import ICAL from "ical.js";
import { type Day, dayOf, isoOf } from "../calendar/days.ts";
import { dayIn as dayInZone, instantOf, zoneOf } from "./import-times.ts";
import { daysOfRecurrence, type Recurrence } from "./recurrence.ts";

/** One meeting of an imported calendar, with ISO instants. */
export interface Meeting {
  title: string;
  start: string;
  end: string;
}

export interface ImportedCalendar {
  /** Within the window, in order of time. */
  meetings: Meeting[];
  /** What could not be read, as sentences, each naming its event. */
  problems: string[];
}

/** A year of an office's meetings is some 200 KB. */
export const LARGEST_CALENDAR = 2 * 1024 * 1024;
const MOST_EVENTS = 5_000;
const MOST_MEETINGS = 5_000;
const MOST_PROBLEMS = 20;
const LONGEST_DAYS = 31;
const DAY_MS = 86_400_000;

/**
 * Reads an iCalendar file (RFC 5545), recurring events too, for the days from `from` to `to` (ISO dates, both included).
 * A whole-day event counts from 9:00 to 17:00 of each of its days, unless its calendar shows it as free time, as birthdays are.
 * @throws RangeError naming `file` when it is too large, no calendar, or holds too much
 */
export function readCalendarFile(text: string, from: string, to: string): ImportedCalendar {
  if (text.length > LARGEST_CALENDAR)
    throw new RangeError(
      "file: this calendar is larger than 2 MB. Export a shorter time from your calendar program.",
    );
  const root = parse(text);
  const events = root.getAllSubcomponents("vevent");
  if (events.length > MOST_EVENTS)
    throw new RangeError(`file: this calendar has more than ${MOST_EVENTS} events. Export a shorter time.`);
  const window = { from: dayIn(from), to: dayIn(to) };
  const meetings: Meeting[] = [];
  const problems: string[] = [];
  const moved = movedOccurrences(events);
  for (const event of events) {
    const title = titleOf(event);
    try {
      meetings.push(...meetingsOf(event, title, window, moved, (problem) => problems.push(problem)));
    } catch (error) {
      problems.push(`“${title}” was left out. ${error instanceof Error ? error.message.slice(0, 200) : ""}`);
    }
    if (meetings.length > MOST_MEETINGS)
      throw new RangeError(
        `file: these events come to more than ${MOST_MEETINGS} meetings. Export a shorter time.`,
      );
  }
  const more = problems.length - MOST_PROBLEMS;
  return {
    meetings: meetings.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `And ${more} more like these.`] : problems,
  };
}

function parse(text: string): ICAL.Component {
  try {
    const parsed = ICAL.parse(text) as unknown[];
    // A file may hold several calendars after one another.
    const calendars = (Array.isArray(parsed[0]) ? parsed : [parsed]) as ConstructorParameters<
      typeof ICAL.Component
    >[0][];
    const root = new ICAL.Component("vcalendar");
    for (const one of calendars) {
      const calendar = new ICAL.Component(one as never);
      if (calendar.name !== "vcalendar") throw new Error("no calendar");
      // A copy: each part leaves its calendar when it joins the other.
      for (const part of [...calendar.getAllSubcomponents()]) root.addSubcomponent(part);
    }
    return root;
  } catch {
    throw new RangeError(
      "file: this is not a calendar we can read. Export it as iCalendar (.ics) and try again.",
    );
  }
}

const dayIn = (iso: string): Day => {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return dayOf(year, month, day);
};

function titleOf(event: ICAL.Component): string {
  const summary = event.getFirstPropertyValue("summary");
  return (typeof summary === "string" && summary.trim().slice(0, 120)) || "An event without a name";
}

/** Single occurrences of a series that were moved: `uid/day`. The series leaves those days to them. */
function movedOccurrences(events: readonly ICAL.Component[]): Set<string> {
  const series = new Map(
    events
      .filter((one) => !one.getFirstProperty("recurrence-id"))
      .map((one) => [String(one.getFirstPropertyValue("uid")), one]),
  );
  return new Set(
    events.flatMap((event) => {
      const moved = timeOf(event, "recurrence-id");
      if (!moved) return [];
      return [`${String(event.getFirstPropertyValue("uid"))}/${dayOfMoved(event, moved, series)}`];
    }),
  );
}

/** The day that a moved occurrence had, by the clock of its series. */
function dayOfMoved(
  event: ICAL.Component,
  moved: ICAL.Time,
  byUid: ReadonlyMap<string, ICAL.Component>,
): Day {
  if (moved.isDate || moved.zone !== ICAL.Timezone.utcTimezone) return dayOfTime(moved);
  const series = byUid.get(String(event.getFirstPropertyValue("uid")));
  try {
    return dayInZone(moved, "UTC", zoneOf((series ?? event).getFirstProperty("dtstart")));
  } catch {
    // A series in an unknown zone is told of where it is read.
    return dayOfTime(moved);
  }
}

function timeOf(event: ICAL.Component, name: string): ICAL.Time | undefined {
  const value = event.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value : undefined;
}

const dayOfTime = ({ year, month, day }: ICAL.Time): Day => dayOf(year, month, day);

type Window = { from: Day; to: Day };

function meetingsOf(
  event: ICAL.Component,
  title: string,
  { from, to }: Window,
  moved: ReadonlySet<string>,
  note: (problem: string) => void,
): Meeting[] {
  const start = timeOf(event, "dtstart");
  if (!start) throw new RangeError("start: it has no start that can be read.");
  if (event.getFirstPropertyValue("status") === "CANCELLED") return [];
  if (start.isDate && event.getFirstPropertyValue("transp") === "TRANSPARENT") return [];
  if (event.getFirstProperty("recurrence-id")?.getParameter("range"))
    note(
      `“${title}” was changed for one day and all later ones. We moved the first of them only: look at the others.`,
    );
  const length = lengthOf(event, start);
  const zone = zoneOf(event.getFirstProperty("dtstart"));
  const uid = String(event.getFirstPropertyValue("uid"));
  const skipped = new Set(
    event
      .getAllProperties("exdate")
      .flatMap((one) =>
        one
          .getValues()
          .flatMap((value) => (value instanceof ICAL.Time ? [dayInZone(value, zoneOf(one), zone)] : [])),
      ),
  );
  const days = daysOf(event, start, zone, { from, to }).filter(
    (day) => !skipped.has(day) && (timeOf(event, "recurrence-id") || !moved.has(`${uid}/${day}`)),
  );
  const meetingAt = (day: Day, time: ICAL.Time, lasting: number, of = zone): Meeting[] => {
    const begins = instantOf(day, time, of);
    if (begins === undefined) {
      note(`“${title}” on ${isoOf(day)} was left out: start: the clocks go forward and skip its time.`);
      return [];
    }
    return [{ title, start: new Date(begins).toISOString(), end: new Date(begins + lasting).toISOString() }];
  };
  if (start.isDate) {
    const each = Array.from({ length: Math.max(1, Math.round(length / DAY_MS)) }, (_, index) => index);
    return days
      .flatMap((day) => each.map((index) => day + index))
      .filter((day) => day <= to)
      .flatMap((day) => meetingAt(day, OPENING, WORKING_DAY_MS));
  }
  const own = ownTimes(event, start, zone).filter(({ day }) => day >= from && day <= to && !skipped.has(day));
  return [
    ...days.flatMap((day) => meetingAt(day, start, length)),
    ...own.flatMap((one) => meetingAt(one.day, one.time, length, one.zone)),
  ];
}

/** What a whole day means to the people invited to it. */
const OPENING = new ICAL.Time(
  { year: 2000, month: 1, day: 1, hour: 9, minute: 0, second: 0, isDate: false },
  ICAL.Timezone.localTimezone,
);
const WORKING_DAY_MS = 8 * 3_600_000;

/** Extra dates of a series that have an hour of their own: each counts at its hour. */
function ownTimes(event: ICAL.Component, start: ICAL.Time, zone: string) {
  return event.getAllProperties("rdate").flatMap((one) =>
    one.getValues().flatMap((value) => {
      if (!(value instanceof ICAL.Time) || value.isDate) return [];
      const of = zoneOf(one);
      const sameHour = of === zone && value.hour === start.hour && value.minute === start.minute;
      return sameHour ? [] : [{ day: dayOfTime(value), time: value, zone: of }];
    }),
  );
}

function lengthOf(event: ICAL.Component, start: ICAL.Time): number {
  const end = timeOf(event, "dtend");
  const duration = event.getFirstPropertyValue("duration");
  const seconds =
    end !== undefined
      ? secondsBetween(event, start, end)
      : duration instanceof ICAL.Duration
        ? duration.toSeconds()
        : start.isDate
          ? DAY_MS / 1000
          : 3600;
  if (!(seconds > 0)) throw new RangeError("end: it ends before it starts.");
  if (seconds * 1000 > LONGEST_DAYS * DAY_MS)
    throw new RangeError(`end: it lasts longer than ${LONGEST_DAYS} days.`);
  return seconds * 1000;
}

/** The time that passes, whatever zones the two are written in. */
function secondsBetween(event: ICAL.Component, start: ICAL.Time, end: ICAL.Time): number {
  const [from, to] = [event.getFirstProperty("dtstart"), event.getFirstProperty("dtend")].map(zoneOf);
  if (from === to) return wallSeconds(end) - wallSeconds(start);
  const [begins, ends] = [instantOf(dayOfTime(start), start, from!), instantOf(dayOfTime(end), end, to!)];
  if (begins === undefined || ends === undefined) return wallSeconds(end) - wallSeconds(start);
  return (ends - begins) / 1000;
}

const wallSeconds = (time: ICAL.Time) =>
  Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second) / 1000;

function daysOf(event: ICAL.Component, start: ICAL.Time, zone: string, { from, to }: Window): Day[] {
  const first = dayOfTime(start);
  const rules = event.getAllProperties("rrule").map((one) => recurrenceOf(one.getFirstValue(), start, zone));
  const elsewhen = new Set(ownTimes(event, start, zone).map(({ time }) => time.toString()));
  const extra = event
    .getAllProperties("rdate")
    .flatMap((one) =>
      one
        .getValues()
        .flatMap((value) =>
          value instanceof ICAL.Time && !elsewhen.has(value.toString()) ? [dayOfTime(value)] : [],
        ),
    );
  if (rules.length > 4) throw new RangeError("rrule: it has more than four rules of repetition.");
  const repeated = rules.flatMap((rule) => daysOfRecurrence(rule, first, from, to));
  const all = new Set([...(first >= from && first <= to ? [first] : []), ...repeated, ...extra]);
  return [...all].filter((day) => day >= from && day <= to).sort((a, b) => a - b);
}

function recurrenceOf(value: unknown, start: ICAL.Time, zone: string): Recurrence {
  if (!(value instanceof ICAL.Recur)) throw new RangeError("rrule: its rule of repetition cannot be read.");
  const { freq, parts } = value;
  if (freq !== "DAILY" && freq !== "WEEKLY" && freq !== "MONTHLY" && freq !== "YEARLY")
    throw new RangeError("rrule: it repeats within a day, which no meeting does.");
  const unusual = ["BYYEARDAY", "BYWEEKNO"].find((one) => one in parts);
  if (unusual) throw new RangeError(`rrule: we cannot follow ${unusual}.`);
  const numbers = (name: "BYMONTH" | "BYMONTHDAY" | "BYSETPOS") => (parts[name] ?? []).map(Number);
  return {
    freq,
    interval: value.interval,
    ...(value.count ? { count: value.count } : {}),
    ...(value.until ? { until: lastDay(value.until, start, zone) } : {}),
    months: numbers("BYMONTH"),
    monthDays: numbers("BYMONTHDAY"),
    positions: numbers("BYSETPOS"),
    weekdays: (parts.BYDAY ?? []).map(weekdayOfRule),
    weekStart: (value.wkst ?? 2) - 1,
  };
}

/** An end in UTC can lie earlier or later in the day than the meeting: then the day itself counts or does not. */
function lastDay(until: ICAL.Time, start: ICAL.Time, zone: string): Day {
  const day = dayOfTime(until);
  if (until.isDate) return day;
  const onThatDay = instantOf(day, start, zone) ?? 0;
  const end = instantOf(day, until, until.zone === ICAL.Timezone.utcTimezone ? "UTC" : zone) ?? 0;
  return onThatDay <= end ? day : day - 1;
}

const NAMES = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

function weekdayOfRule(text: unknown): { nth: number; weekday: number } {
  const found = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(String(text));
  if (!found) throw new RangeError("rrule: its day of the week cannot be read.");
  return { nth: Number(found[1] ?? 0), weekday: NAMES.indexOf(found[2]!) + 1 };
}
