import { type Announcement } from "./announcement.ts";
import { type Block, blocksBetween, overlapping } from "./blocks.ts";
import { dayInWords } from "./day-words.ts";
import { isoOf } from "./days.ts";
import { mendsOf } from "./mends.ts";
import { type Coordinates } from "./sun.ts";
import { type Slot, weigh, type Weight } from "./weigh.ts";

export { type Weight } from "./weigh.ts";

export interface Interval {
  /** ISO instants. */
  start: string;
  end: string;
}

export interface SessionTimes extends Interval {
  breaks?: readonly Interval[];
  place?: string | Coordinates;
  /** Traditions known to be present; all when absent. */
  traditions?: readonly string[];
  allDay?: boolean;
  /** Whether food or drink is served. */
  catering?: boolean;
  announcements?: readonly Announcement[];
}

export interface Conflict {
  tradition: string;
  observance: string;
  name: string;
  date: string;
  severity: Weight;
  /** False when the date that clashes is a rival to the likeliest one. */
  likely: boolean;
  reason: string;
  excludes: string;
  mends: string[];
}

const HOUR_MS = 3_600_000;
const ORDER: Record<Weight, number> = { serious: 0, moderate: 1, note: 2 };

function readInstant(text: string, field: string): number {
  const instant = /T/.test(text) && /(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant))
    throw new RangeError(`${field}: "${text}" is not a time with its offset, such as 2026-11-06T12:30:00Z.`);
  return instant;
}

/** @throws RangeError naming `start`, `end` or `breaks` */
export function readSlot(session: SessionTimes): Slot {
  const [start, end] = [readInstant(session.start, "start"), readInstant(session.end, "end")];
  if (end <= start) throw new RangeError("end: the session ends before it starts. Choose a later end.");
  if (end - start > 31 * 24 * HOUR_MS) throw new RangeError("end: a session can last 31 days at most.");
  const breaks = (session.breaks ?? []).map((one) => ({
    start: readInstant(one.start, "breaks"),
    end: readInstant(one.end, "breaks"),
  }));
  if (breaks.some((one) => one.end <= one.start))
    throw new RangeError("breaks: a break ends before it starts.");
  const full = session.allDay
    ? { start: start - (start % (24 * HOUR_MS)), end: end - (end % (24 * HOUR_MS)) + 24 * HOUR_MS }
    : { start, end };
  return { ...full, breaks, catering: session.catering ?? false };
}

const PEOPLE: Record<string, string> = {
  bahai: "Bahá’í people",
  buddhist: "Buddhist people",
  christian_orthodox: "Orthodox Christians",
  christian_western: "Christians",
  ethiopian: "Ethiopian and Eritrean Orthodox Christians",
  hindu: "Hindu people",
  islam: "Muslims",
  jain: "Jain people",
  judaism: "Jewish people",
  lunar: "people from Chinese, Korean and Vietnamese communities",
  pagan: "Pagans",
  rastafari: "Rastafari people",
  sikh: "Sikh people",
  zoroastrian: "Zoroastrians and Iranian communities",
};

/** Whom a tradition's observance keeps away. */
export function excluded(tradition: string): string {
  return PEOPLE[tradition] ?? "people who are off work or caring for children that day";
}

function reasonFor({ observance, day, likely }: Block): string {
  const doubt = likely ? "" : "It may fall on this day. ";
  return `${doubt}The session meets ${observance.name} (${dayInWords(day)}). ${observance.meeting}`;
}

/**
 * Every observance that a session meets, gravest first.
 * @throws RangeError naming `start`, `end`, `breaks`, `place` or `traditions`
 */
export function conflictsOf(session: SessionTimes): Conflict[] {
  const slot = readSlot(session);
  return conflictsAmong(slot, blocksBetween(slot.start, slot.end, session));
}

/**
 * The same for many sessions at once, in their order: the calendar is worked out once for all of them.
 * @throws RangeError as conflictsOf does
 */
export function conflictsOfAll(
  sessions: readonly Pick<SessionTimes, "start" | "end" | "breaks" | "catering">[],
  options: Pick<SessionTimes, "place" | "traditions" | "announcements">,
): Conflict[][] {
  if (sessions.length === 0) return [];
  const slots = sessions.map(readSlot);
  const first = Math.min(...slots.map(({ start }) => start));
  const last = Math.max(...slots.map(({ end }) => end));
  const blocks = blocksBetween(first, last, options);
  return slots.map((slot) => conflictsAmong(slot, blocks));
}

function conflictsAmong(slot: Slot, blocks: readonly Block[]): Conflict[] {
  return overlapping(blocks, slot.start, slot.end)
    .map((block): Conflict => {
      const { observance, likely } = block;
      const date = isoOf(block.day);
      return {
        tradition: observance.tradition,
        observance: observance.id,
        name: observance.name,
        date,
        severity: weigh(slot, block),
        likely,
        reason: reasonFor(block),
        excludes: excluded(observance.tradition),
        mends: mendsOf(slot, block).map(({ sentence }) => sentence),
      };
    })
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || a.tradition.localeCompare(b.tradition));
}
