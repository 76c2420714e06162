import { type Announcement } from "../calendar/announcement.ts";
import { type Conflict } from "../calendar/conflicts.ts";
import { type Dish, type FoodWarning } from "../calendar/food.ts";
import { clearDays } from "./clear-days.ts";
import { foodWarnings } from "./session-food.ts";
import { sessionConflicts } from "./session-conflicts.ts";
import { type Facility } from "./session-input.ts";
import { clockOf, type Pause, type SessionTimes } from "./session-times.ts";
import { schoolHolidaysBetween, type SchoolHoliday } from "./school-holiday.ts";
import { venueFindings, type VenueFinding } from "./venue.ts";

/** The parts of a session that its check looks at; a stored session and a form that was just sent both have them. */
export interface CheckedSession extends SessionTimes {
  breaks: readonly Pause[];
  online: boolean;
  place: string;
  facilities: readonly Facility[];
  /** Empty when everybody may come. */
  traditions: readonly string[];
  catering: boolean;
  dishes?: readonly Dish[];
  separateServing?: boolean;
}

/** What an organisation has set down about its own year. */
export interface LocalSettings {
  announcements: readonly Announcement[];
  schoolHolidays: readonly SchoolHoliday[];
}

export interface SessionCheck {
  /** Gravest first. */
  conflicts: Conflict[];
  venue: VenueFinding[];
  food: FoodWarning[];
  /** Sentences about school holidays. */
  holidays: string[];
  /** When something serious is met: the nearest days on which the same hours would be clear. ISO dates. */
  clearDays: string[];
}

/**
 * Everything that would keep people away from a session, and what would mend it. Later checks (personas, pay,
 * facilitation) are further parts of the same answer.
 * @param today ISO date: days before it are not offered
 * @throws RangeError naming the field
 */
export function checkSession(session: CheckedSession, local: LocalSettings, today?: string): SessionCheck {
  const [first, last] = [clockOf(session.startsAt).date, clockOf(session.endsAt).date];
  const conflicts = sessionConflicts(session, local.announcements);
  const fridays = conflicts.flatMap(({ observance, date }) => (observance === "jumuah" ? date : []));
  const past = today !== undefined && last < today;
  return {
    conflicts,
    clearDays: seriousOf(conflicts).length > 0 && !past ? clearDays(session, local.announcements, today) : [],
    venue: venueFindings(session, fridays),
    food: session.catering ? foodWarnings(session, local.announcements) : [],
    holidays: schoolHolidaysBetween(first, last, local.schoolHolidays),
  };
}

/** What names a conflict: the same observance on the same day. */
export const conflictKey = ({
  tradition,
  observance,
  date,
}: Pick<Conflict, "tradition" | "observance" | "date">) => `${tradition}/${observance}/${date}`;

export const seriousOf = (conflicts: readonly Conflict[]): Conflict[] =>
  conflicts.filter(({ severity }) => severity === "serious");

/** A serious conflict with the written reason for which it was accepted. */
export interface Acceptance {
  key: string;
  reason: string;
}

/** Serious conflicts that nobody has accepted with a reason. */
export function unaccepted(conflicts: readonly Conflict[], acceptances: readonly Acceptance[]): Conflict[] {
  const keys = new Set(acceptances.map(({ key }) => key));
  return seriousOf(conflicts).filter((conflict) => !keys.has(conflictKey(conflict)));
}

/**
 * Why a reason that was written for other conflicts does not do for these, or undefined. Observances count, not their
 * dates: whoever moves a session from one Friday midday to the next may keep the reason.
 */
export function demandForNewReason(
  found: readonly Conflict[],
  before: readonly { tradition: string; observance: string; acceptedReason: string }[],
  reason: string,
): string | undefined {
  if (!before.some(({ acceptedReason }) => acceptedReason === reason.trim())) return undefined;
  const known = new Set(before.map(({ tradition, observance }) => `${tradition}/${observance}`));
  const names = found
    .filter(({ tradition, observance }) => !known.has(`${tradition}/${observance}`))
    .map(({ name }) => name);
  if (names.length === 0) return undefined;
  return `The reason was written before this session met ${[...new Set(names)].join(", ")}. Choose another time, or say why it has to be then all the same.`;
}

/** The shortest reason that says anything. */
export const SHORTEST_REASON = 10;

/** Why a session cannot be saved yet, or undefined when every serious conflict is mended or accepted with a reason. */
export function demandForReason(open: readonly Conflict[], reason: string): string | undefined {
  if (open.length === 0 || reason.trim().length >= SHORTEST_REASON) return undefined;
  const names = [...new Set(open.map(({ name }) => name))].join(", ");
  return `This session meets ${names}. Choose another time, or write why it has to be then (at least ${SHORTEST_REASON} characters).`;
}
