import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";

export type SessionEvent = {
  id: string;
  title: string;
  purpose: string;
  startsAt: Date;
  endsAt: Date;
  online: boolean;
  venue: string;
  calledOff: boolean;
  version: number;
};

/** Sessions as iCalendar (RFC 5545). @param url of a session's page, for its event */
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
  for (const one of sessions) {
    calendar.createEvent({
      id: `session-${one.id}@kept`,
      sequence: one.version,
      stamp: stampedAt,
      start: one.startsAt,
      end: one.endsAt,
      summary: one.title,
      description: one.purpose,
      location: one.online ? "Online" : one.venue,
      url: url(one.id),
      status: one.calledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
