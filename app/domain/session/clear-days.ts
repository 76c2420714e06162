import { type Announcement } from "../calendar/announcement.ts";
import { type Conflict, conflictsOfAll } from "../calendar/conflicts.ts";
import { isBankHoliday } from "../calendar/tradition-names.ts";
import { addDays, daysBetween } from "../dates/days.ts";
import { jurisdictionsOf, ofNations } from "./session-conflicts.ts";
import { clockOf, instantOf, type Pause, type SessionTimes } from "./session-times.ts";

interface Planned extends SessionTimes {
  breaks: readonly Pause[];
  online: boolean;
  place: string;
  traditions: readonly string[];
  catering: boolean;
}

/** So far are days looked for, before and after. */
const REACH_DAYS = 21;
const MOST_DAYS = 3;
/** What asks for care on a day weighs as much as so many days further off. */
const CARE_IN_DAYS = 3;

/**
 * The nearest days on which the same hours meet nothing serious and little that asks for care, in their order (ISO dates);
 * days of the working week for a session in the working week. A session of several days is not moved.
 * @param notBefore ISO date: earlier days are no help
 */
export function clearDays(
  session: Planned,
  announcements: readonly Announcement[],
  notBefore?: string,
): string[] {
  const [start, end] = [clockOf(session.startsAt), clockOf(session.endsAt)];
  if (session.daily || daysBetween(start.date, end.date) > 1) return [];
  const working = isWorkingDay(start.date);
  const moved = Array.from({ length: 2 * REACH_DAYS + 1 }, (_, step) => step - REACH_DAYS)
    .filter((days) => days !== 0)
    .map((days) => ({ days, date: addDays(start.date, days) }))
    .filter(({ date }) => (!notBefore || date >= notBefore) && (!working || isWorkingDay(date)))
    .flatMap(({ days, date }) => {
      const times = movedBy(session, days);
      return times ? [{ days, date, times }] : [];
    });
  const nations = jurisdictionsOf(session);
  const met = conflictsOfAll(
    moved.map(({ times }) => ({ ...times, catering: session.catering })),
    { announcements, ...(session.place ? { place: session.place } : {}) },
  ).map((conflicts) =>
    ofNations(conflicts, nations).filter(
      ({ severity, tradition }) =>
        isBankHoliday(tradition) ||
        (severity !== "note" && (session.traditions.length === 0 || session.traditions.includes(tradition))),
    ),
  );
  const farness = (days: number, index: number) => Math.abs(days) + CARE_IN_DAYS * met[index]!.length;
  return moved
    .map(({ days, date }, index) => ({ days, date, index, far: farness(days, index) }))
    .filter(({ index }) => seriousOf(met[index]!).length === 0)
    .sort((a, b) => a.far - b.far || a.days - b.days)
    .slice(0, MOST_DAYS)
    .map(({ date }) => date)
    .sort();
}

const seriousOf = (conflicts: readonly Conflict[]) =>
  conflicts.filter(({ severity }) => severity === "serious");

const isWorkingDay = (date: string) => ![0, 6].includes(new Date(`${date}T12:00:00Z`).getUTCDay());

/** The same clock times on another day, breaks too; undefined where the change of clocks skips one of them. */
function movedBy({ startsAt, endsAt, breaks }: Planned, days: number) {
  const at = (instant: string) => {
    const { date, time } = clockOf(instant);
    return instantOf(addDays(date, days), time, () => {});
  };
  const [start, end] = [at(startsAt), at(endsAt)];
  const pauses = breaks.map((one) => ({ start: at(one.start), end: at(one.end) }));
  if (!start || !end || end <= start) return undefined;
  return { start, end, breaks: pauses.filter((one): one is Pause => Boolean(one.start && one.end)) };
}
