import { clockOf, sessionParts } from "#app/domain/session/session-times.ts";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

export type SessionEvent = {
  id: string;
  title: string;
  purpose: string;
  startsAt: Date;
  endsAt: Date;
  /** The same hours each day: each day is an event of its own. */
  daily: boolean;
  online: boolean;
  venue: string;
  calledOff: boolean;
  version: number;
};

/**
 * Sessions as iCalendar (RFC 5545). @param url of a session's page, for its events
 */
export function sessionsIcs(
  name: string,
  sessions: readonly SessionEvent[],
  url: (id: string) => string,
  stampedAt: Date,
): string {
  const calendar = ical({
    name,
    prodId: { company: "Kept", product: "Sessions", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { one, start, end, day } of sessions.flatMap(partsOf)) {
    calendar.createEvent({
      id: `session-${one.id}${day ? `-${day}` : ""}@kept`,
      sequence: one.version,
      stamp: stampedAt,
      start,
      end,
      summary: one.title,
      description: one.purpose,
      location: one.online ? "Online" : one.venue,
      url: url(one.id),
      status: one.calledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** The first part keeps the session's own id, so that a session that grows by a day stays the same event. */
function partsOf(one: SessionEvent) {
  const { startsAt, endsAt, daily } = one;
  return sessionParts({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), daily }).map(
    ({ start, end }, index) => ({
      one,
      start: new Date(start),
      end: new Date(end),
      day: index === 0 ? "" : clockOf(start).date,
    }),
  );
}
