import { type Day, dayOf, yearOf } from "../calendar/days.ts";
import { type FileLine, type FilePart, lineOf, takeApart, wordsIn } from "./calendar-file.ts";
import { readTime } from "./file-time.ts";
import { dayInZone, occurrencesOf, type Reading, uidOf } from "./import-event.ts";
import { type Zones, zonesOf } from "./import-zones.ts";

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

/** A year of an office's meetings is some 200 KB; programs that export a calendar whole reach a few MB in ten years. */
export const LARGEST_CALENDAR = 10 * 1024 * 1024;
/** Events that may touch the year; the report of more would help nobody. */
const MOST_EVENTS = 10_000;
const MOST_MEETINGS = 10_000;
const MOST_PROBLEMS = 20;
/** Days looked at for all repeating events: some two seconds of work. A weekly meeting takes 365. */
const MOST_DAYS_LOOKED_AT = 2_500_000;

/**
 * Reads an iCalendar file (RFC 5545), recurring events too, for the days from `from` to `to` (ISO dates, both included). An
 * event that cannot be read is left out with a sentence, and the others stand. A whole-day event counts from 9:00 to 17:00 of
 * each of its days, unless its calendar shows it as free time. A time without a zone is taken to be London's.
 * @param file its letters or, better, its bytes
 * @throws RangeError naming `file` when it is too large, no calendar, or holds too much
 */
export function readCalendarFile(file: string | Uint8Array, from: string, to: string): ImportedCalendar {
  if (file.length > LARGEST_CALENDAR)
    throw new RangeError(
      "file: this calendar is larger than 10 MB. Export a shorter time from your calendar program.",
    );
  const calendar = takeApart(file);
  if (!calendar)
    throw new RangeError(
      "file: this is not a calendar we can read. Export it as iCalendar (.ics) and try again.",
    );
  const window = { from: dayIn(from), to: dayIn(to) };
  const events = newestOfEach(calendar.events.filter((event) => mayTouch(event, window)));
  if (events.length > MOST_EVENTS)
    throw new RangeError(
      `file: this calendar has more than ${MOST_EVENTS.toLocaleString("en-GB")} events in the year. Export a part of it.`,
    );
  const zones = zonesOf(calendar, yearOf(window.from), yearOf(window.to));
  const reading = {
    ...window,
    zones,
    moved: movedOccurrences(events, zones),
    budget: { left: MOST_DAYS_LOOKED_AT },
  };
  const meetings: Meeting[] = [];
  const problems: string[] = calendar.cutShort
    ? ["The file stops before its end. Meetings may be missing: export it again."]
    : [];
  for (const event of calendar.cancels ? [] : events) {
    const title = titleOf(event);
    meetings.push(...meetingsOf(event, title, reading, problems));
    if (meetings.length > MOST_MEETINGS)
      throw new RangeError(
        `file: these events come to more than ${MOST_MEETINGS.toLocaleString("en-GB")} meetings. Export a shorter time.`,
      );
  }
  const more = problems.length - MOST_PROBLEMS;
  return {
    meetings: meetings.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `And ${more} more like these.`] : problems,
  };
}

type Window = { from: Day; to: Day };

const dayIn = (iso: string): Day => {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return dayOf(year, month, day);
};

function titleOf(event: FilePart): string {
  return wordsIn(lineOf(event, "SUMMARY")?.value ?? "").slice(0, 120) || "An event without a name";
}

/** A quick look, before anything is worked out: most of a long calendar lies outside the year. */
function mayTouch(event: FilePart, { from, to }: Window): boolean {
  if (event.lines.some(({ name }) => name === "RRULE" || name === "RDATE")) return true;
  const [start, moved] = ["DTSTART", "RECURRENCE-ID"].map((name) => roughDay(lineOf(event, name)?.value));
  // What cannot be read is told of.
  if (start === undefined) return true;
  const near = (day: Day) => day >= from - 40 && day <= to + 40;
  return near(start) || (moved !== undefined && near(moved));
}

function roughDay(text = ""): Day | undefined {
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(text) ?? [];
  return year ? dayOf(Number(year), Number(month), Number(day)) : undefined;
}

/** A file put together from several exports holds an event more than once: the one that was changed last counts. */
function newestOfEach(events: readonly FilePart[]): FilePart[] {
  const newest = new Map<string, FilePart>();
  events.forEach((event, index) => {
    const uid = uidOf(event);
    const key = uid ? `${uid} ${lineOf(event, "RECURRENCE-ID")?.value ?? ""}` : `${index}`;
    const known = newest.get(key);
    if (!known || sequenceOf(event) >= sequenceOf(known)) newest.set(key, event);
  });
  return [...newest.values()];
}

const sequenceOf = (event: FilePart) => Number(lineOf(event, "SEQUENCE")?.value ?? 0) || 0;

/** The days whose occurrence was moved or called off, by the clock of their series. */
function movedOccurrences(events: readonly FilePart[], zones: Zones): Map<string, Set<Day>> {
  const series = new Map(
    events.filter((one) => !lineOf(one, "RECURRENCE-ID")).map((one) => [uidOf(one), one]),
  );
  const moved = new Map<string, Set<Day>>();
  for (const event of events) {
    const line = lineOf(event, "RECURRENCE-ID");
    const begins = line && lineOf(series.get(uidOf(event)) ?? event, "DTSTART");
    const day = line && begins && dayOfMoved(line, begins, zones);
    if (day === undefined) continue;
    const days = moved.get(uidOf(event)) ?? new Set();
    moved.set(uidOf(event), days.add(day));
  }
  return moved;
}

function dayOfMoved(line: FileLine, begins: FileLine, zones: Zones): Day | undefined {
  try {
    const moved = readTime(line.value, "start");
    return dayInZone(moved, zones.of(line, moved), zones.of(begins, readTime(begins.value, "start")));
  } catch {
    // Its series, or itself, is told of where it is read.
    return roughDay(line.value);
  }
}

function meetingsOf(
  event: FilePart,
  title: string,
  reading: Omit<Reading, "note">,
  problems: string[],
): Meeting[] {
  if (lineOf(event, "STATUS")?.value.toUpperCase() === "CANCELLED") return [];
  if (lineOf(event, "RECURRENCE-ID")?.params.has("RANGE"))
    problems.push(
      `“${title}” was changed for one day and all later ones. We moved the first of them only: look at the others.`,
    );
  try {
    const note = (why: string) => problems.push(`“${title}” ${why}`);
    return occurrencesOf(event, { ...reading, note }).map(({ start, end }) => ({
      title,
      start: new Date(start).toISOString(),
      end: new Date(end).toISOString(),
    }));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (error.message.startsWith("file: ")) throw error;
    problems.push(`“${title}” was left out. ${error.message.slice(0, 200)}`);
    return [];
  }
}
