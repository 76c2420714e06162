import { Temporal } from "temporal-polyfill";
import { addDays, daysBetween, homeZone } from "../dates/days.ts";

/** A stretch of time, as ISO instants. */
export interface Pause {
  start: string;
  end: string;
}

/** Over several days: the same hours each day, or straight through, the nights included. */
export const runs = ["daily", "through"] as const;
export type Run = (typeof runs)[number];

/** A residential month; longer is a mistake of typing. */
export const MOST_DAYS = 30;

/** A day can hold a few breaks; more is a mistake of typing. */
const MOST_BREAKS = 8;

/** When a session is, from its first start to its last end. */
export interface SessionTimes {
  startsAt: string;
  endsAt: string;
  /** True when it keeps the same hours on each of several days, and people go home between them. */
  daily?: boolean;
}

/** Says why a field cannot stand. */
type Fail = (why: string) => void;

/** The instant of a clock time in the United Kingdom; a time that the change of clocks leaves out does not exist. */
export function instantOf(date: string, time: string, fail: Fail): string | undefined {
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time}`);
    // In autumn an hour comes twice; people who say 01:30 then mean the first.
    const zoned = local.toZonedDateTime(homeZone, { disambiguation: "earlier" });
    if (zoned.toPlainDateTime().equals(local)) return zoned.toInstant().toString();
    fail(`There is no ${time} on that day, because the clocks go forward. Choose another time.`);
  } catch {
    fail("Give a real day and time.");
  }
  return undefined;
}

/** The same where a day in the middle may be that of the change: the clock time as the clocks show it then. */
function nearestInstant(date: string, time: string): string {
  const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(homeZone);
  return zoned.toInstant().toString();
}

/** "2026-11-06T12:30:00Z" → the day and the clock time in the United Kingdom, for a form. */
export function clockOf(instant: string): { date: string; time: string } {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(homeZone);
  return { date: at.toPlainDate().toString(), time: at.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** The stretches in which people are together, in order: one, or one for each day of a daily session. */
export function sessionParts({ startsAt, endsAt, daily }: SessionTimes): Pause[] {
  const [first, last] = [clockOf(startsAt), clockOf(endsAt)];
  const days = daysBetween(first.date, last.date);
  if (!daily || days === 0) return [{ start: startsAt, end: endsAt }];
  // Night after night, each part ends on the day after it began.
  const over = last.time > first.time ? 0 : 1;
  return Array.from({ length: days + 1 - over }, (_, step) => ({
    start: nearestInstant(addDays(first.date, step), first.time),
    end: nearestInstant(addDays(first.date, step + over), last.time),
  }));
}

/** The breaks that lie within a part. */
export const breaksWithin = (breaks: readonly Pause[], part: Pause): Pause[] =>
  breaks.filter((one) => instant(one.start) >= instant(part.start) && instant(one.end) <= instant(part.end));

const instant = (iso: string) => Date.parse(iso);

/**
 * Breaks as typed, one `12:30-13:30` a line, as instants. A break comes on each day of the session on which it lies wholly
 * within it; 23:45-00:15 runs past midnight.
 */
export function readBreaks(text: string, session: SessionTimes | undefined, fail: Fail): Pause[] {
  const lines = text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > MOST_BREAKS) fail(`Give ${MOST_BREAKS} breaks at most.`);
  const pauses = lines.slice(0, MOST_BREAKS).flatMap((line) => readBreak(line, session, fail));
  return pauses.sort((a, b) => instant(a.start) - instant(b.start));
}

const CLOCK = "(?:[01]\\d|2[0-3]):[0-5]\\d";
const BREAK = new RegExp(`^(${CLOCK})\\s*(?:-|–|to)\\s*(${CLOCK})$`);

function readBreak(line: string, session: SessionTimes | undefined, fail: Fail): Pause[] {
  const [, from, to] = BREAK.exec(line) ?? [];
  if (!from || !to) {
    fail(`“${line.slice(0, 40)}” is not a break. Write one a line, such as 12:30-13:30.`);
    return [];
  }
  if (!session) return [];
  const [first, last] = [clockOf(session.startsAt).date, clockOf(session.endsAt).date];
  const days = daysBetween(first, last);
  if (to <= from && days === 0) {
    fail(`The break ${line} ends before it starts.`);
    return [];
  }
  const over = to > from ? 0 : 1;
  const parts = sessionParts(session);
  const found = Array.from({ length: days + 1 }, (_, step) => ({
    start: nearestInstant(addDays(first, step), from),
    end: nearestInstant(addDays(first, step + over), to),
  })).filter((pause) => parts.some((part) => breaksWithin([pause], part).length > 0));
  if (found.length === 0) fail(`The break ${line} lies outside the session.`);
  return found;
}

/** Breaks as the form has them: one a line, each once whatever the number of days. */
export function breaksInWords(breaks: readonly Pause[]): string {
  return [...new Set(breaks.map(({ start, end }) => `${clockOf(start).time}-${clockOf(end).time}`))].join(
    "\n",
  );
}
