import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { readCalendarFile } from "#app/domain/session/import-calendar.ts";
import { sessionsIcs, type SessionEvent } from "#app/documents/sessions-ics.ts";

const session = (more: Partial<SessionEvent> = {}): SessionEvent => ({
  id: "3f0c",
  title: "Steering group",
  purpose: "Decide",
  startsAt: new Date("2026-03-27T10:00:00Z"),
  endsAt: new Date("2026-03-27T12:00:00Z"),
  daily: false,
  online: false,
  venue: "Hall",
  calledOff: false,
  version: 1,
  ...more,
});
const stamp = new Date("2026-01-01T00:00:00Z");
const write = (...sessions: SessionEvent[]) =>
  sessionsIcs(
    "Sessions of Harbour",
    sessions,
    (id) => `https://kept.example/o/harbour/sessions/${id}`,
    stamp,
  );
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    return {
      uid: event.uid,
      summary: event.summary,
      location: event.location,
      description: event.description,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      status: String(one.getFirstPropertyValue("status")),
      url: String(one.getFirstPropertyValue("url")),
    };
  });

describe("sessions as iCalendar, read by ical.js", () => {
  it("hold the same hours on each of several days, by the clock, over the change of clocks", () => {
    const course = session({ daily: true, endsAt: new Date("2026-03-30T11:00:00Z") });
    expect(read(write(course)).map(({ start, end }) => [start, end])).toEqual([
      ["2026-03-27T10:00:00.000Z", "2026-03-27T12:00:00.000Z"],
      ["2026-03-28T10:00:00.000Z", "2026-03-28T12:00:00.000Z"],
      ["2026-03-29T09:00:00.000Z", "2026-03-29T11:00:00.000Z"],
      ["2026-03-30T09:00:00.000Z", "2026-03-30T11:00:00.000Z"],
    ]);
    expect(new Set(read(write(course)).map(({ uid }) => uid)).size).toBe(4);
  });

  it("hold one event for a stay or a night that runs straight through", () => {
    const stay = session({ endsAt: new Date("2026-03-29T08:00:00Z") });
    expect(read(write(stay)).map(({ start, end }) => [start, end])).toEqual([
      ["2026-03-27T10:00:00.000Z", "2026-03-29T08:00:00.000Z"],
    ]);
  });

  it("keep the identity of a session when it changes, and count the changes", () => {
    const [before] = read(write(session()));
    const [after] = read(
      write(session({ version: 4, title: "Renamed", startsAt: new Date("2026-03-27T11:00:00Z") })),
    );
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([1, 4]);
    const [grown] = read(write(session({ daily: true, endsAt: new Date("2026-03-28T12:00:00Z") })));
    expect(grown?.uid).toBe(before?.uid);
  });

  it("say that a session was called off", () => {
    expect(read(write(session({ calledOff: true })))[0]?.status).toBe("CANCELLED");
    expect(read(write(session()))[0]?.status).toBe("CONFIRMED");
  });

  it("give back every letter that was typed, folded and escaped on the way", () => {
    const odd = {
      title: "Naw-Rúz; food, music: all\\welcome “ਵਿਸਾਖੀ” 🎉 ".repeat(5).trim(),
      purpose: "First line\nSecond, line; with\\backslash\nEND:VEVENT\nBEGIN:VEVENT",
      venue: "Room 1, St Mary’s; rear",
    };
    const text = write(session(odd));
    for (const line of text.split("\r\n"))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const events = read(text);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      summary: odd.title,
      description: odd.purpose,
      location: odd.venue,
      url: "https://kept.example/o/harbour/sessions/3f0c",
    });
  });

  it("can be read back by the import", () => {
    const night = session({
      startsAt: new Date("2026-10-24T21:00:00Z"),
      endsAt: new Date("2026-10-25T02:00:00Z"),
    });
    const { meetings, problems } = readCalendarFile(
      new TextEncoder().encode(write(night, session({ id: "off", calledOff: true }))),
      "2026-01-01",
      "2026-12-31",
    );
    expect(meetings).toEqual([
      { title: "Steering group", start: "2026-10-24T21:00:00.000Z", end: "2026-10-25T02:00:00.000Z" },
    ]);
    expect(problems).toEqual([]);
  });
});
