import { type Announcement } from "../calendar/announcement.ts";
import { type Conflict, conflictsOf } from "../calendar/conflicts.ts";
import { findPlace, type Jurisdiction, jurisdictions } from "../calendar/places.ts";
import { isBankHoliday } from "../calendar/tradition-names.ts";
import { formatDays } from "./days-in-words.ts";
import { breaksWithin, type Pause, sessionParts, type SessionTimes } from "./session-times.ts";

interface Planned extends SessionTimes {
  breaks: readonly Pause[];
  online: boolean;
  place: string;
  traditions: readonly string[];
  catering: boolean;
}

const ORDER: Record<Conflict["severity"], number> = { serious: 0, moderate: 1, note: 2 };

const NATIONS: Record<Jurisdiction, string> = {
  england_wales: "England and Wales",
  northern_ireland: "Northern Ireland",
  scotland: "Scotland",
};

const holidaysOf = (jurisdiction: Jurisdiction) => `uk_bank_holiday_${jurisdiction}`;

/**
 * Whose bank holidays count: those of the place. People join an online session from anywhere, so there all count unless a
 * place is named. Without either we take London.
 */
export function jurisdictionsOf({ online, place }: { online: boolean; place: string }): Jurisdiction[] {
  const found = findPlace(place);
  if (found) return [found.jurisdiction];
  return online ? [...jurisdictions] : ["england_wales"];
}

/**
 * Every observance that a session meets on any of its days, gravest first; one that it meets on several days comes once.
 * @throws RangeError naming the field
 */
export function sessionConflicts(session: Planned, announcements: readonly Announcement[]): Conflict[] {
  const nations = jurisdictionsOf(session);
  const met = sessionParts(session).flatMap((part) =>
    conflictsOf({
      ...part,
      breaks: breaksWithin(session.breaks, part),
      catering: session.catering,
      announcements,
      ...(session.place ? { place: session.place } : {}),
      ...(session.traditions.length > 0
        ? { traditions: [...new Set([...session.traditions, ...nations.map(holidaysOf)])] }
        : {}),
    }),
  );
  return onceEach(ofNations(met, nations)).sort(
    (a, b) => ORDER[a.severity] - ORDER[b.severity] || a.tradition.localeCompare(b.tradition),
  );
}

/** Bank holidays of those nations alone, one that several nations share once. */
export function ofNations(conflicts: readonly Conflict[], nations: readonly Jurisdiction[]): Conflict[] {
  const said = new Set<string>();
  return conflicts.flatMap((conflict) => {
    if (!isBankHoliday(conflict.tradition)) return [conflict];
    const nation = nations.find((one) => holidaysOf(one) === conflict.tradition);
    const key = `${conflict.name} ${conflict.date}`;
    if (!nation || said.has(key)) return [];
    said.add(key);
    const those = conflicts
      .filter((other) => other.name === conflict.name && other.date === conflict.date)
      .flatMap(({ tradition }) => nations.filter((one) => holidaysOf(one) === tradition));
    const where = those.map((one) => NATIONS[one]).join("; ");
    return [{ ...conflict, excludes: `${conflict.excludes} (bank holiday in ${where})` }];
  });
}

/** The gravest of each observance, with the other days on which it is met. */
function onceEach(conflicts: readonly Conflict[]): Conflict[] {
  const groups = new Map<string, Conflict[]>();
  for (const conflict of conflicts) {
    const key = `${conflict.tradition}/${conflict.observance}`;
    groups.set(key, [...(groups.get(key) ?? []), conflict]);
  }
  return [...groups.values()].map((group) => {
    const gravest = group.reduce((a, b) => (ORDER[b.severity] < ORDER[a.severity] ? b : a));
    const days = [...new Set(group.map(({ date }) => date))];
    if (days.length === 1) return gravest;
    return { ...gravest, reason: `${gravest.reason} It is met on ${formatDays(days)}.` };
  });
}
