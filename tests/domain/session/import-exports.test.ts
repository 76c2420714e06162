import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { readCalendarFile } from "#app/domain/session/import-calendar.ts";

/** Files as calendar programs write them; the zones in them are those that these programs send along. */
const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (uid: string, ...lines: string[]) => [
  "BEGIN:VEVENT",
  `UID:${uid}`,
  `SUMMARY:${uid}`,
  ...lines,
  "END:VEVENT",
];
const read = (file: string | Uint8Array, from = "2026-01-01", to = "2026-12-31") =>
  readCalendarFile(file, from, to);
const starts = (file: string | Uint8Array, from?: string, to?: string) =>
  read(file, from, to).meetings.map(({ start }) => start.slice(0, 16));

const outlookZone = (tzid: string) => [
  "BEGIN:VTIMEZONE",
  `TZID:${tzid}`,
  "BEGIN:STANDARD",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0000",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T010000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

describe("zones", () => {
  it.each([
    ["GMT Standard Time", "2026-07-01T09:00"],
    ["India Standard Time", "2026-07-01T04:30"],
    ["E. Australia Standard Time", "2026-07-01T00:00"],
    ["Newfoundland Standard Time", "2026-07-01T12:30"],
    ["Europe/Paris", "2026-07-01T08:00"],
    ["europe/paris", "2026-07-01T08:00"],
    ["America/Argentina/Buenos_Aires", "2026-07-01T13:00"],
    ["/mozilla.org/20050126_1/Europe/London", "2026-07-01T09:00"],
    ["/freeassociation.sourceforge.net/America/Argentina/Ushuaia", "2026-07-01T13:00"],
    ["tzone://Microsoft/Utc", "2026-07-01T10:00"],
    ["Etc/GMT-3", "2026-07-01T07:00"],
  ])("%s is known by its name", (tzid, start) => {
    expect(starts(calendar(...event("a", `DTSTART;TZID=${tzid}:20260701T100000`)))).toEqual([start]);
  });

  it.each([
    ["Customized Time Zone", "Customized Time Zone"],
    ["(UTC+00:00) Dublin, Edinburgh, Lisbon, London", '"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"'],
    // Without the quotes that its colon asks for.
    ["(UTC+00:00) Dublin, Edinburgh", "(UTC+00:00) Dublin, Edinburgh"],
  ])("%s is read from the file, in winter and summer", (tzid, written) => {
    const file = calendar(
      ...outlookZone(tzid),
      ...event("winter", `DTSTART;TZID=${written}:20260115T100000`),
      ...event("summer", `DTSTART;TZID=${written}:20260715T100000`),
      ...event("change", `DTSTART;TZID=${written}:20260329T020000`),
      ...event("twice", `DTSTART;TZID=${written}:20261025T013000`),
      ...event("series", `DTSTART;TZID=${written}:20260327T120000`, "RRULE:FREQ=WEEKLY;COUNT=2"),
    );
    expect(starts(file)).toEqual([
      "2026-01-15T10:00",
      "2026-03-27T12:00",
      "2026-03-29T01:00",
      "2026-04-03T11:00",
      "2026-07-15T09:00",
      "2026-10-25T00:30",
    ]);
  });

  it("of the file agree with ical.js, hour by hour over the changes of the clock", () => {
    // Southern seasons, with offsets of no whole hour.
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Island",
      "BEGIN:DAYLIGHT",
      "DTSTART:20081005T020000",
      "TZOFFSETFROM:+1030",
      "TZOFFSETTO:+1100",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:20080406T020000",
      "TZOFFSETFROM:+1100",
      "TZOFFSETTO:+1030",
      "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const root = new ICAL.Component(ICAL.parse(calendar(...zone)) as never);
    const theirs = new ICAL.Timezone(root.getFirstSubcomponent("vtimezone")!);
    const two = (value: number) => String(value).padStart(2, "0");
    for (const [month, day] of [
      [4, 4],
      [4, 5],
      [4, 6],
      [10, 3],
      [10, 4],
      [10, 5],
      [1, 1],
      [7, 1],
    ] as const)
      for (let hour = 4; hour < 24; hour++) {
        const file = calendar(
          ...zone,
          ...event("a", `DTSTART;TZID=Island:2026${two(month)}${two(day)}T${two(hour)}1500`),
        );
        const time = new ICAL.Time({ year: 2026, month, day, hour, minute: 15, second: 0 }, theirs);
        const expected = new Date(time.toUnixTime() * 1000).toISOString().slice(0, 16);
        expect(starts(file), `${month}-${day} ${hour}`).toEqual([expected]);
      }
  });

  it("that a file explains badly cost their own events alone", () => {
    const bad = outlookZone("Odd").map((line) => line.replace("FREQ=YEARLY", "FREQ=SECONDLY"));
    const { meetings, problems } = read(
      calendar(
        ...bad,
        ...event("odd", "DTSTART;TZID=Odd:20260115T100000"),
        ...event("none", "DTSTART;TZID=Mars/Base:20260115T100000"),
        ...event("good", "DTSTART:20260115T100000Z"),
      ),
    );
    expect(meetings.map(({ title }) => title)).toEqual(["good"]);
    expect(problems.join("\n")).toMatch(/“odd” was left out\. .*rrule/);
    expect(problems.join("\n")).toMatch(/“none” was left out\. start: there is no time zone “Mars\/Base”/);
  });

  it("are London's for a time that names none, and a name goes before what the file says of it", () => {
    const lying = outlookZone("Europe/Paris");
    const file = calendar(
      ...lying,
      ...event("floating", "DTSTART:20260701T100000"),
      ...event("paris", "DTSTART;TZID=Europe/Paris:20260702T100000"),
    );
    expect(starts(file)).toEqual(["2026-07-01T09:00", "2026-07-02T08:00"]);
  });
});

describe("rules that few programs write", () => {
  // Examples of RFC 5545, section 3.8.5.3.
  it.each([
    [
      "19970101",
      "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
      "1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18 2003-01-01 2003-04-10 2003-07-19 2006-01-01",
    ],
    ["19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3", "1997-05-12 1998-05-11 1999-05-17"],
    ["19970519", "FREQ=YEARLY;BYDAY=20MO;COUNT=3", "1997-05-19 1998-05-18 1999-05-17"],
    [
      "19970313",
      "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;UNTIL=19980401",
      "1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12 1998-03-19 1998-03-26",
    ],
    [
      "19970902",
      "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=6",
      "1997-09-02 1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13",
    ],
    [
      "19961105",
      "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
      "1996-11-05 2000-11-07 2004-11-02",
    ],
    ["19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04 1997-10-07 1997-11-06"],
    [
      "19970929",
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4",
      "1997-09-29 1997-10-30 1997-11-27 1997-12-30",
    ],
    [
      "19970805",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
      "1997-08-05 1997-08-10 1997-08-19 1997-08-24",
    ],
    [
      "19970805",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
      "1997-08-05 1997-08-17 1997-08-19 1997-08-31",
    ],
    // The last day of a leap year, the last week of a year of 53 weeks.
    ["20201231", "FREQ=YEARLY;BYYEARDAY=-1,366;COUNT=3", "2020-12-31 2021-12-31 2022-12-31"],
    ["20201231", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=TH;COUNT=2", "2020-12-31 2026-12-31"],
    ["20201231", "FREQ=YEARLY;BYWEEKNO=-1;BYDAY=TH;COUNT=2", "2020-12-31 2021-12-30"],
  ])("from %s: %s", (start, rule, expected) => {
    const file = calendar(...event("a", `DTSTART:${start}T090000Z`, `RRULE:${rule}`));
    const found = read(file, "1996-01-01", "2026-12-31").meetings.map((one) => one.start.slice(0, 10));
    expect(found.join(" ")).toBe(expected);
  });

  it.each([
    "FREQ=YEARLY",
    "FREQ=YEARLY;INTERVAL=3;BYMONTH=2,11",
    "FREQ=MONTHLY;INTERVAL=5;BYDAY=-1FR",
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH",
    "FREQ=DAILY;INTERVAL=7",
    "FREQ=YEARLY;INTERVAL=2;BYYEARDAY=100",
  ])("are the same when the years before the window are passed over: %s", (rule) => {
    const file = calendar(...event("a", "DTSTART:19450508T090000Z", `RRULE:${rule}`));
    const whole = starts(file, "1945-01-01", "2027-12-31").filter((one) => one >= "2024");
    expect(starts(file, "2024-01-01", "2027-12-31")).toEqual(whole);
    expect(whole.length).toBeGreaterThan(0);
  });

  it("may end by the clock of their own zone, or in UTC", () => {
    const until = (end: string) =>
      starts(
        calendar(
          ...event("a", "DTSTART;TZID=America/New_York:20260601T200000", `RRULE:FREQ=DAILY;UNTIL=${end}`),
        ),
      ).length;
    expect(until("20260603T200000")).toBe(3);
    expect(until("20260603T195959")).toBe(2);
    // 20:00 in New York is midnight in UTC.
    expect(until("20260604T000000Z")).toBe(3);
    expect(until("20260603T235959Z")).toBe(2);
    expect(until("20260603")).toBe(3);
  });

  it("may have periods among their extra dates, and rules of what is left out", () => {
    const { meetings } = read(
      calendar(
        ...event(
          "a",
          "DTSTART:20260601T100000Z",
          "DTEND:20260601T110000Z",
          "RRULE:FREQ=DAILY;COUNT=4",
          "EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2",
          "RDATE;VALUE=PERIOD:20260610T100000Z/20260610T130000Z,20260611T150000Z/PT30M",
        ),
      ),
    );
    expect(meetings.map(({ start, end }) => `${start.slice(8, 16)}-${end.slice(11, 16)}`)).toEqual([
      "02T10:00-11:00",
      "04T10:00-11:00",
      "10T10:00-13:00",
      "11T15:00-15:30",
    ]);
  });
});

describe("series with changes", () => {
  it("as Teams and Outlook send them: moved, called off, and taken out", () => {
    const tz = "TZID=GMT Standard Time";
    const file = calendar(
      "METHOD:PUBLISH",
      ...outlookZone("GMT Standard Time"),
      ...event(
        "series",
        `DTSTART;${tz}:20260302T100000`,
        `DTEND;${tz}:20260302T110000`,
        "RRULE:FREQ=WEEKLY;UNTIL=20260330T090000Z;INTERVAL=1;BYDAY=MO;WKST=MO",
        `EXDATE;${tz}:20260309T100000`,
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
        "BEGIN:VALARM",
        "TRIGGER:-PT15M",
        "DESCRIPTION:REMINDER",
        "END:VALARM",
      ),
      ...event("series", `RECURRENCE-ID;${tz}:20260316T000000`, `DTSTART;${tz}:20260318T140000`),
      ...event(
        "series",
        `RECURRENCE-ID;${tz}:20260323T100000`,
        `DTSTART;${tz}:20260323T100000`,
        "STATUS:CANCELLED",
      ),
    );
    expect(starts(file)).toEqual(["2026-03-02T10:00", "2026-03-18T14:00", "2026-03-30T09:00"]);
  });

  it("an event that the file holds twice counts as it was changed last", () => {
    const file = calendar(
      ...event("a", "SEQUENCE:2", "DTSTART:20260302T120000Z"),
      ...event("a", "SEQUENCE:1", "DTSTART:20260301T100000Z"),
    );
    expect(starts(file)).toEqual(["2026-03-02T12:00"]);
  });

  it("a file that calls its events off holds no meeting", () => {
    expect(starts(calendar("METHOD:CANCEL", ...event("a", "DTSTART:20260302T120000Z")))).toEqual([]);
  });
});

describe("whole days, lengths and nights", () => {
  it("counts a whole day whose end is the day itself, and one that began before the window", () => {
    expect(
      starts(calendar(...event("a", "DTSTART;VALUE=DATE:20260302", "DTEND;VALUE=DATE:20260302"))),
    ).toEqual(["2026-03-02T09:00"]);
    const week = calendar(...event("a", "DTSTART;VALUE=DATE:20251230", "DTEND;VALUE=DATE:20260103"));
    expect(starts(week)).toEqual(["2026-01-01T09:00", "2026-01-02T09:00"]);
  });

  it("measures a night by the hours that pass", () => {
    const [one] = read(
      calendar(
        ...event(
          "a",
          "DTSTART;TZID=Europe/London:20260328T220000",
          "DTEND;TZID=Europe/London:20260329T060000",
        ),
      ),
    ).meetings;
    expect(one?.end).toBe("2026-03-29T05:00:00.000Z");
  });

  it.each([
    [["DTSTART:20260302T100000Z", "DURATION:-PT1H"], /end: it ends before it starts/],
    [["DTSTART:20260302T100000Z", "DTEND:20260302T100000Z"], /end: it ends at the moment it starts/],
    [["DTSTART:20260302T100000Z", "DURATION:an hour"], /end: its length cannot be read/],
    [["DTSTART:20260230T100000Z"], /start: “20260230T100000Z” is not a real date/],
    [["DTSTART:20260302T250000Z"], /start: .*not a real date/],
    [["DTSTART:"], /start: .*not a real date/],
    [["DTEND:20260302T100000Z"], /start: it has no start/],
  ])("names what is wrong with %j", (lines, problem) => {
    const { meetings, problems } = read(calendar(...event("Away day", ...lines)));
    expect(meetings).toEqual([]);
    expect(problems.join()).toMatch(problem);
    expect(problems.join()).toContain("“Away day” was left out");
  });
});

describe("loosely written files", () => {
  const good = event("good", "DTSTART:20260302T120000Z");
  const bytes = (text: string) => new TextEncoder().encode(text);

  it("may have a mark before them, any line ends, and small letters", () => {
    const text = calendar(...good);
    for (const written of [
      `\uFEFF${text}`,
      text.replaceAll("\r\n", "\n"),
      text.replaceAll("\r\n", "\r"),
      text.toLowerCase().replace("20260302t120000z", "20260302T120000Z"),
    ])
      expect(starts(bytes(written))).toEqual(["2026-03-02T12:00"]);
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);
    expect(starts(utf16)).toEqual(["2026-03-02T12:00"]);
  });

  it("may fold a line in the middle of a letter", () => {
    const parts = bytes("SUMMARY:Naw-Rúz, café");
    const at = parts.indexOf(0xc3) + 1;
    const folded = [...parts.slice(0, at), 13, 10, 32, ...parts.slice(at)];
    const [before = "", after = ""] = calendar(...good).split("SUMMARY:good");
    const { meetings } = read(new Uint8Array([...bytes(before), ...folded, ...bytes(after)]));
    expect(meetings[0]?.title).toBe("Naw-Rúz, café");
  });

  it("may hold lines that are none, parts that never close, and parts within parts", () => {
    const broken = calendar(
      "this is no line",
      ...event("one", "DTSTART:20260302T120000Z", "garbage without a colon", ";;;:", "=BEGIN"),
      "BEGIN:VEVENT",
      "UID:unclosed",
      "DTSTART:20260303T120000Z",
      "BEGIN:VALARM",
      "DTSTART:20200101T000000Z",
      "BEGIN:VEVENT",
      "UID:next",
      "DTSTART:20260304T120000Z",
      "END:VTODO",
      "END:VEVENT",
      "END:VEVENT",
      "BEGIN:VTODO",
      "DTSTART:20260305T120000Z",
      "END:VTODO",
    );
    const expected = ["2026-03-02T12:00", "2026-03-03T12:00", "2026-03-04T12:00"];
    expect(starts(broken)).toEqual(expected);
    expect(starts(broken.replace("END:VCALENDAR", ""))).toEqual(expected);
  });

  it("may be several calendars one after another", () => {
    expect(starts(calendar(...good) + calendar(...event("two", "DTSTART:20260303T120000Z")))).toHaveLength(2);
  });

  it("cannot hang the reader with long lines or many parts", () => {
    const long = calendar(
      ...good,
      ...event("params", `DTSTART${";A=b,c".repeat(9000)}x`),
      ...event("quotes", `DTSTART${';A="'.repeat(9000)}:20260101T000000Z`),
      ...Array.from({ length: 50_000 }, () => "BEGIN:X"),
    );
    expect(starts(long)).toContain("2026-03-02T12:00");
  });
});
