import { type Announcement } from "./announcement.ts";
import { type Block, blocksBetween, overlapping } from "./blocks.ts";
import { excluded } from "./conflicts.ts";
import { civilDay, type Day, isoOf, readDay, weekdayOf } from "./days.ts";
import { ukMidnight } from "./hours.ts";
import { type Coordinates } from "./sun.ts";
import { weigh, type Weight } from "./weigh.ts";

export interface TimeQuestion {
  /** ISO dates, both included. */
  from: string;
  to: string;
  /** Minutes, 15 to 720. */
  length: number;
  /** Days allowed, 0 Sunday to 6 Saturday; Monday to Friday when absent. */
  weekdays?: readonly number[];
  /** Clock hours between which the whole session must lie; 9 and 17 when absent. 26 is 02:00 of the next morning. */
  earliest?: number;
  latest?: number;
  /** Minutes between candidate starts; 30 when absent. */
  step?: number;
  place?: string | Coordinates;
  traditions?: readonly string[];
  catering?: boolean;
  /** Pauses within the session, in minutes from its start. */
  breaks?: readonly { after: number; length: number }[];
  announcements?: readonly Announcement[];
}

export interface FoundSlot {
  start: string;
  end: string;
  /** 0 is clear; a serious conflict weighs 100, a moderate one 10, a note 1. */
  score: number;
  clear: boolean;
  reasons: string[];
  /** Traditions that a serious or moderate conflict would keep away. */
  gives: string[];
  excludes: string[];
}

const POINTS: Record<Weight, number> = { serious: 100, moderate: 10, note: 1 };
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** Two days, so that hours which run past midnight are covered, and a little for the change of clocks. */
const REACH_MS = 54 * 3_600_000;

/** The instant of a clock time in the United Kingdom; the clocks change at one or two in the morning. */
function ukInstant(day: Day, minute: number): number {
  const [on, clock] = [day + Math.floor(minute / DAY_MINUTES), minute % DAY_MINUTES];
  const change = ukMidnight(on + 1) - ukMidnight(on) - DAY_MINUTES * MINUTE_MS;
  return ukMidnight(on) + clock * MINUTE_MS + (clock >= 120 ? change : 0);
}

/** One time that could be chosen, with what it meets. */
export interface Candidate {
  start: number;
  end: number;
  score: number;
  met: { block: Block; weight: Weight }[];
}

/** The most candidates that one question may weigh. */
const MOST_CANDIDATES = 20_000;

/** A window of weeks is asked about; what lies further ahead is not settled yet. */
const LONGEST_WINDOW_DAYS = 2 * 366;

/** Whether the change of clocks in spring leaves out a time: the hour after one o'clock. */
function isSkipped(day: Day, minute: number): boolean {
  const [on, clock] = [day + Math.floor(minute / DAY_MINUTES), minute % DAY_MINUTES];
  return clock >= 60 && clock < 120 && ukMidnight(on + 1) - ukMidnight(on) < DAY_MINUTES * MINUTE_MS;
}

function readQuestion(question: TimeQuestion) {
  const first = readDay(question.from, "from");
  const last = readDay(question.to, "to");
  if (last < first) throw new RangeError(`to: ${question.to} is before ${question.from}.`);
  if (last - first >= LONGEST_WINDOW_DAYS) {
    const latestDay = isoOf(first + LONGEST_WINDOW_DAYS - 1);
    throw new RangeError(
      `to: a time is looked for within two years. Choose a day no later than ${latestDay}, or a few weeks.`,
    );
  }
  const { length, weekdays = [1, 2, 3, 4, 5], earliest = 9, latest = 17, step = 30 } = question;
  if (!(length >= 15 && length <= 720)) throw new RangeError("length: give minutes from 15 to 720.");
  const fits = ({ after, length: pause }: { after: number; length: number }) =>
    after >= 0 && pause > 0 && after + pause <= length;
  if (!(question.breaks ?? []).every(fits))
    throw new RangeError("breaks: a break lies outside the session. Give minutes after its start.");
  if (!(step >= 5)) throw new RangeError("step: give at least 5 minutes.");
  if (!(
    earliest >= 0 &&
    earliest <= 24 &&
    latest <= earliest + 24 &&
    earliest * 60 + length <= latest * 60
  )) {
    throw new RangeError(
      "latest: the session does not fit between the hours. Widen them or shorten it; a time before the first hour means the next morning.",
    );
  }
  const perDay = Math.floor(((latest - earliest) * 60 - length) / step) + 1;
  if ((last - first + 1) * perDay > MOST_CANDIDATES) {
    throw new RangeError("to: there are too many times to weigh. Choose a shorter window or a longer step.");
  }
  return { first, last, length, weekdays, earliest, latest, step };
}

/** Every time that the question allows. @throws RangeError as findTimes does */
export function candidates(question: TimeQuestion): Candidate[] {
  const { first, last, length, weekdays, earliest, latest, step } = readQuestion(question);
  const blocks = blocksBetween(ukMidnight(first), ukMidnight(last + 2), question);
  const found: Candidate[] = [];
  for (let day: Day = first; day <= last; day++) {
    if (!weekdays.includes(weekdayOf(day))) continue;
    const midnight = ukMidnight(day);
    const near = blocks.filter((block) => block.end > midnight && block.start < midnight + REACH_MS);
    for (let minute = earliest * 60; minute + length <= latest * 60; minute += step) {
      const start = ukInstant(day, minute);
      const end = start + length * MINUTE_MS;
      // In the night of a change the hours that pass are not those on the clock.
      if (isSkipped(day, minute) || end > ukInstant(day, latest * 60)) continue;
      const breaks = (question.breaks ?? []).map(({ after, length: pause }) => ({
        start: start + after * MINUTE_MS,
        end: start + (after + pause) * MINUTE_MS,
      }));
      const slot = { start, end, breaks, catering: question.catering ?? false };
      const met = overlapping(near, start, end).map((block) => ({ block, weight: weigh(slot, block) }));
      found.push({ start, end, met, score: met.reduce((sum, { weight }) => sum + POINTS[weight], 0) });
    }
  }
  return found;
}

/** Traditions that a serious or moderate conflict of a time would keep away. */
export const givingWay = ({ met }: Candidate): string[] => [
  ...new Set(met.filter(({ weight }) => weight !== "note").map(({ block }) => block.observance.tradition)),
];

export function describe(candidate: Candidate): FoundSlot {
  const gives = givingWay(candidate).sort();
  const reasons = candidate.met
    .filter(({ weight }) => weight !== "note")
    .map(
      ({ block }) =>
        `Meets ${block.observance.name} (${isoOf(block.day)}${block.likely ? "" : ", a possible date"}).`,
    );
  return {
    start: new Date(candidate.start).toISOString(),
    end: new Date(candidate.end).toISOString(),
    score: candidate.score,
    clear: gives.length === 0,
    reasons: reasons.length > 0 ? reasons : ["Clear of every major observance."],
    gives,
    excludes: gives.map(excluded),
  };
}

/**
 * The best times in a window, the least bad included when none is clear. One slot a day is offered first.
 * @throws RangeError naming `from`, `to`, `length`, `latest`, `step`, `place` or `traditions`
 */
export function findTimes(question: TimeQuestion, count = 10): FoundSlot[] {
  const ranked = candidates(question).sort((a, b) => a.score - b.score || a.start - b.start);
  const days = new Set<number>();
  const best = ranked.filter(({ start }) => {
    const day = civilDay(start, 0);
    return days.has(day) ? false : Boolean(days.add(day));
  });
  return best.slice(0, count).map(describe);
}
