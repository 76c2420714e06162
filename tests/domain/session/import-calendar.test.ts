import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { LARGEST_CALENDAR, readCalendarFile } from "#app/domain/session/import-calendar.ts";

const file = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n${events.join("")}END:VCALENDAR\r\n`;
const event = (start: string, rest: string[] = [], uid = "one") =>
  ["BEGIN:VEVENT", `UID:${uid}`, "SUMMARY:Steering group", start, ...rest, "END:VEVENT", ""].join("\r\n");
const london = "DTSTART;TZID=Europe/London:";
const starts = (text: string, from = "2026-01-01", to = "2026-12-31") =>
  readCalendarFile(text, from, to).meetings.map(({ start }) => start);

describe("an imported calendar", () => {
  it("gives meetings with their instants, in British Summer Time too", () => {
    const { meetings, problems } = readCalendarFile(
      file(event(`${london}20260619T123000`, ["DTEND;TZID=Europe/London:20260619T143000"])),
      "2026-01-01",
      "2026-12-31",
    );
    expect(meetings).toEqual([
      { title: "Steering group", start: "2026-06-19T11:30:00.000Z", end: "2026-06-19T13:30:00.000Z" },
    ]);
    expect(problems).toEqual([]);
  });

  it("keeps the clock time of a series across the change of clocks", () => {
    const weekly = starts(file(event(`${london}20260320T120000`, ["RRULE:FREQ=WEEKLY;COUNT=3"])));
    expect(weekly).toEqual([
      "2026-03-20T12:00:00.000Z",
      "2026-03-27T12:00:00.000Z",
      "2026-04-03T11:00:00.000Z",
    ]);
  });

  it("leaves out days that were taken out, and puts moved ones where they are", () => {
    const series = event(`${london}20260105T100000`, [
      "RRULE:FREQ=WEEKLY;COUNT=4",
      "EXDATE;TZID=Europe/London:20260112T100000",
    ]);
    const moved = event(`${london}20260120T150000`, ["RECURRENCE-ID;TZID=Europe/London:20260119T100000"]);
    expect(starts(file(series, moved))).toEqual([
      "2026-01-05T10:00:00.000Z",
      "2026-01-20T15:00:00.000Z",
      "2026-01-26T10:00:00.000Z",
    ]);
  });

  it("takes out and moves occurrences that are named by their time in UTC", () => {
    // 00:30 by London's clock in June is 23:30 of the day before in UTC.
    const night = event(`${london}20260602T003000`, ["RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20260602T233000Z"]);
    const moved = event(`${london}20260604T100000`, ["RECURRENCE-ID:20260603T233000Z"]);
    expect(starts(file(night, moved))).toEqual([
      "2026-06-01T23:30:00.000Z",
      "2026-06-04T09:00:00.000Z",
      "2026-06-04T23:30:00.000Z",
    ]);
  });

  it("refuses a zone whose name never ends", () => {
    const { meetings, problems } = readCalendarFile(
      file(event(`DTSTART;TZID=${"a".repeat(1_000_000)}:20260619T123000`)),
      "2026-01-01",
      "2026-12-31",
    );
    expect(meetings).toEqual([]);
    expect(problems[0]).toMatch(/time zone “a{60}”/);
  });

  it("measures a meeting whose end is written in another zone", () => {
    const { meetings } = readCalendarFile(
      file(event(`${london}20260619T100000`, ["DTEND:20260619T110000Z"])),
      "2026-01-01",
      "2026-12-31",
    );
    expect(meetings[0]?.end).toBe("2026-06-19T11:00:00.000Z");
  });

  it.each([
    "FREQ=DAILY;INTERVAL=3;COUNT=40",
    "FREQ=DAILY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
    "FREQ=WEEKLY;UNTIL=20260601T000000Z",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;INTERVAL=3",
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=6,20",
  ])("repeats %s as ical.js does", (rule) => {
    const begin = new ICAL.Time(
      { year: 2025, month: 1, day: 6, hour: 10, minute: 0, second: 0 },
      ICAL.Timezone.utcTimezone,
    );
    const iterator = ICAL.Recur.fromString(rule).iterator(begin);
    const expected: string[] = ["2025-01-06"];
    for (
      let time = iterator.next();
      time && time.year < 2027 && expected.length < 900;
      time = iterator.next()
    ) {
      const day = time.toString().slice(0, 10);
      if (!expected.includes(day)) expected.push(day);
    }
    const found = starts(
      file(event("DTSTART:20250106T100000Z", [`RRULE:${rule}`])),
      "2025-01-01",
      "2026-12-31",
    );
    // Where the event's own day does not fit its rule, libraries differ about whether it counts; it always shows here.
    expect(found.map((start) => start.slice(0, 10))).toEqual(expected);
  });
});

describe("a hostile calendar", () => {
  it.each([
    ["FREQ=SECONDLY", /rrule: it repeats within a day/],
    ["FREQ=HOURLY;COUNT=9", /rrule: it repeats within a day/],
    ["FREQ=FORTNIGHTLY", /rrule: its rule of repetition cannot be read/],
    ["FREQ=WEEKLY;UNTIL=20260230T000000Z", /rrule: “20260230T000000Z” is not a real date/],
  ])("with %s says so and goes on", (rule, message) => {
    const { meetings, problems } = readCalendarFile(
      file(
        event(`${london}20260105T100000`, [`RRULE:${rule}`]),
        event(`${london}20260106T100000`, [], "two"),
      ),
      "2026-01-01",
      "2026-12-31",
    );
    expect(meetings).toHaveLength(1);
    expect(problems.join(" ")).toMatch(message);
  });

  it.each([
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;INTERVAL=99999999",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;COUNT=999999999",
  ])("with %s comes to an end", (rule) => {
    const { meetings } = readCalendarFile(
      file(event(`${london}19700105T100000`, [`RRULE:${rule}`])),
      "2026-01-01",
      "2026-12-31",
    );
    expect(meetings.length).toBeLessThanOrEqual(366);
  });

  it("names what it cannot read", () => {
    const { meetings, problems } = readCalendarFile(
      file(
        event("DTSTART;TZID=Mars/Base:20260105T100000", [], "zone"),
        event(`${london}20260329T013000`, [], "gap"),
        event(`${london}20260105T100000`, ["DTEND;TZID=Europe/London:20260105T090000"], "backwards"),
        event(`${london}20260105T100000`, ["DTEND;TZID=Europe/London:20270105T090000"], "long"),
        event("DTSTART;TZID=GMT Standard Time:20260605T100000", [], "outlook"),
      ),
      "2026-01-01",
      "2026-12-31",
    );
    expect(meetings.map(({ start }) => start)).toEqual(["2026-06-05T09:00:00.000Z"]);
    expect(problems[0]).toMatch(/time zone “Mars\/Base”/);
    expect(problems[1]).toMatch(/start: the clocks go forward/);
    expect(problems[2]).toMatch(/end: it ends before it starts/);
    expect(problems[3]).toMatch(/end: it lasts longer/);
  });

  it.each([
    ["x".repeat(LARGEST_CALENDAR + 1), /^file: .*larger/],
    ["Dear colleague, see attached.", /^file:/],
    ["BEGIN:VCARD\r\nEND:VCARD\r\n", /^file:/],
    ["", /^file:/],
    [
      file(...Array.from({ length: 10_001 }, (_, n) => event(`${london}20260105T100000`, [], String(n)))),
      /^file: .*events/,
    ],
    [
      file(
        ...Array.from({ length: 30 }, (_, n) =>
          event(`${london}20200105T100000`, ["RRULE:FREQ=DAILY"], String(n)),
        ),
      ),
      /^file: .*meetings/,
    ],
    [
      file(
        ...Array.from({ length: 3000 }, (_, n) =>
          event("DTSTART:16040229T100000Z", ["RRULE:FREQ=DAILY;COUNT=99999999;BYMONTHDAY=31"], String(n)),
        ),
      ),
      /^file: .*take too long/,
    ],
  ])("is refused with the field's name", (text, message) => {
    expect(() => readCalendarFile(text, "2026-01-01", "2026-12-31")).toThrow(message);
  });

  it("never does worse than a sentence, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 30 }), (rest, rule) => {
        const text = file(event(`DTSTART:${rest}`, [`RRULE:${rule}`]));
        try {
          readCalendarFile(text, "2026-01-01", "2026-12-31");
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("whole days and extra dates", () => {
  const file = (...lines: string[]) =>
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//x//x//EN",
      "BEGIN:VEVENT",
      "UID:1",
      "SUMMARY:Away day",
      ...lines,
    ]
      .concat(["END:VEVENT", "END:VCALENDAR"])
      .join("\r\n");
  const read = (...lines: string[]) => readCalendarFile(file(...lines), "2026-01-01", "2026-12-31");

  it("counts each of its days from nine to five", () => {
    const { meetings } = read("DTSTART;VALUE=DATE:20260301", "DTEND;VALUE=DATE:20260303");
    expect(meetings.map(({ start, end }) => [start, end])).toEqual([
      ["2026-03-01T09:00:00.000Z", "2026-03-01T17:00:00.000Z"],
      ["2026-03-02T09:00:00.000Z", "2026-03-02T17:00:00.000Z"],
    ]);
  });

  it("leaves out a day that its calendar shows as free, as birthdays are", () => {
    expect(read("DTSTART;VALUE=DATE:20260301", "TRANSP:TRANSPARENT").meetings).toEqual([]);
  });

  it("gives an extra date the hour it names", () => {
    const { meetings } = read("DTSTART:20260301T100000Z", "DTEND:20260301T110000Z", "RDATE:20260305T143000Z");
    expect(meetings.map(({ start }) => start)).toEqual([
      "2026-03-01T10:00:00.000Z",
      "2026-03-05T14:30:00.000Z",
    ]);
  });

  it("says when a change to all later dates was followed for one only", () => {
    const { problems } = read(
      "DTSTART:20260301T100000Z",
      "RECURRENCE-ID;RANGE=THISANDFUTURE:20260301T090000Z",
    );
    expect(problems.join()).toMatch(/all later ones/);
  });
});
