import { describe, expect, it } from "vitest";
import { conflictsOf, conflictsOfAll } from "#app/domain/calendar/index.ts";
import {
  checkSession,
  conflictKey,
  demandForReason,
  seriousOf,
  unaccepted,
} from "#app/domain/session/check-session.ts";
import { givingWay, indicators } from "#app/domain/session/indicators.ts";
import { FEWEST_SLOTS, tally } from "#app/domain/session/poll.ts";
import { SessionInput } from "#app/domain/session/session-input.ts";

const typed = {
  title: "Steering group",
  purpose: "Decide the questions",
  date: "2026-06-19",
  startTime: "12:30",
  endTime: "14:30",
  venue: "Town hall",
};
const errorsOf = (more: Record<string, unknown>) =>
  SessionInput.safeParse({ ...typed, ...more }).error?.issues.map(({ path }) => path.join(".")) ?? [];
const local = { announcements: [], schoolHolidays: [] };
const check = (more: Record<string, unknown> = {}, settings = local) =>
  checkSession(SessionInput.parse({ ...typed, ...more }), settings);

describe("a session as typed", () => {
  it("has its times as instants", () => {
    const session = SessionInput.parse({ ...typed, breaks: "13:00-13:30" });
    expect([session.startsAt, session.endsAt]).toEqual(["2026-06-19T11:30:00Z", "2026-06-19T13:30:00Z"]);
    expect(session.breaks).toEqual([{ start: "2026-06-19T12:00:00Z", end: "2026-06-19T12:30:00Z" }]);
  });

  it.each([
    [{ date: "2026-02-30" }, "date"],
    [{ startTime: "9am" }, "startTime"],
    [{ endTime: "12:00" }, "endTime"],
    [{ date: "2026-03-29", startTime: "01:30", endTime: "04:00" }, "startTime"],
    [{ breaks: "lunch" }, "breaks"],
    [{ breaks: "09:00-09:30" }, "breaks"],
    [{ breaks: "13:30-13:00" }, "breaks"],
    [{ traditions: ["jedi"] }, "traditions.0"],
    [{ place: "Gotham" }, "place"],
    [{ venue: "" }, "venue"],
    [{ facilities: "pool" }, "facilities.0"],
  ])("is refused when %o, by the field's name", (more, field) => {
    expect(errorsOf(more)).toContain(field);
  });
});

describe("its check", () => {
  it("finds Friday prayer, and a break mends it", () => {
    expect(seriousOf(check().conflicts).map(({ observance }) => observance)).toContain("jumuah");
    const mended = check({ startTime: "10:00", endTime: "15:00", breaks: "12:45-14:00" });
    expect(seriousOf(mended.conflicts)).toEqual([]);
  });

  it("asks for a room and a break where prayer falls within a session", () => {
    const long = { date: "2026-06-17", startTime: "10:00", endTime: "16:00" };
    expect(
      check(long)
        .venue.map(({ finding }) => finding)
        .join(" "),
    ).toMatch(/Dhuhr.*no room for prayer/i);
    const kind = check({
      ...long,
      breaks: "13:15-14:00",
      facilities: ["prayer-room", "washing", "step-free", "quiet-room"],
    });
    expect(kind.venue).toEqual([]);
    expect(
      check({ ...long, traditions: ["sikh"] })
        .venue.map(({ finding }) => finding)
        .join(" "),
    ).not.toMatch(/prayer/);
  });

  it("names Friday prayer once: its conflict asks for the break, and the room is still wanted", () => {
    const { conflicts, venue } = check({ startTime: "10:00", endTime: "16:00" });
    const found = venue.map(({ finding }) => finding).join(" ");
    expect(conflicts.filter(({ observance }) => observance === "jumuah")).toHaveLength(1);
    expect(found).not.toMatch(/Dhuhr/);
    expect(found).toMatch(/no room for prayer/);
    const twoDays = check({
      date: "2026-06-18",
      startTime: "10:00",
      endDate: "2026-06-19",
      endTime: "16:00",
    });
    expect(twoDays.venue[0]?.finding).toMatch(/^Dhuhr begins at 13:0\d, within/);
  });

  it("hears an announcement and a school holiday", () => {
    const announcements = [
      {
        tradition: "hindu",
        observance: "diwali",
        date: "2026-11-09",
        authority: "The mandir in Leeds",
        source: "its newsletter",
        recordedOn: "2026-10-01",
      },
    ];
    const schoolHolidays = [{ name: "Half-term", startsOn: "2026-11-02", endsOn: "2026-11-10" }];
    const { conflicts, holidays } = check({ date: "2026-11-09" }, { announcements, schoolHolidays } as never);
    expect(seriousOf(conflicts).map(({ observance }) => observance)).toContain("diwali");
    expect(holidays[0]).toMatch(/Half-term/);
  });

  it("is the same for one session and for many at once", () => {
    const sessions = Array.from({ length: 60 }, (_, week) => {
      const start = Date.UTC(2026, 0, 2, 12, 0) + week * 6 * 86_400_000;
      return { start: new Date(start).toISOString(), end: new Date(start + 7_200_000).toISOString() };
    });
    expect(conflictsOfAll(sessions, {})).toEqual(sessions.map((one) => conflictsOf(one)));
  });
});

describe("accepting", () => {
  const { conflicts } = check();

  it("needs a written reason for what is serious", () => {
    const open = unaccepted(conflicts, []);
    expect(demandForReason(open, "")).toMatch(/Jumu/);
    expect(demandForReason(open, "because")).toBeDefined();
    expect(demandForReason(open, "The imam asked for this very time.")).toBeUndefined();
    expect(
      unaccepted(
        conflicts,
        open.map((one) => ({ key: conflictKey(one), reason: "written" })),
      ),
    ).toEqual([]);
  });
});

describe("figures", () => {
  const facts = (heldOn: string, ...gaveWay: string[]) => ({ heldOn, gaveWay, accepted: true });
  const sessions = [
    facts("2026-01-10"),
    facts("2026-02-10", "islam"),
    facts("2026-03-10", "islam", "judaism"),
    facts("2024-01-10", "sikh"),
    facts("2027-01-10", "sikh"),
  ];
  const figure = (id: string) =>
    indicators.find((one) => one.id === `session.${id}`)!.compute(sessions, "2026-06-01");

  it("count the last twelve months", () => {
    expect(figure("clear-of-serious-conflicts")).toMatchObject({ value: 33.3, numerator: 1, denominator: 3 });
    expect(figure("conflicts-accepted-with-reason")).toMatchObject({ value: 2, denominator: 3 });
    expect(figure("same-tradition-gives-way")).toMatchObject({ value: 2 });
  });

  it("say who gives way how often", () => {
    expect(givingWay(sessions.slice(0, 3))).toEqual([
      { tradition: "islam", times: 2 },
      { tradition: "judaism", times: 1 },
    ]);
  });

  it("say nothing where there is nothing", () => {
    for (const one of indicators) expect(one.compute([], "2026-06-01").value).toBeNull();
  });
});

describe("a poll", () => {
  it("puts first the time that fewest people cannot come to", () => {
    const slots = ["2026-06-01", "2026-06-02", "2026-06-03"].map((date) => ({
      start: `${date}T10:00:00Z`,
      end: `${date}T12:00:00Z`,
      reasons: [],
    }));
    const answers = [
      ["yes", "if-need-be", "yes"],
      ["no", "if-need-be", "yes"],
      ["yes", "if-need-be", "no"],
    ] as const;
    const order = tally(
      slots,
      answers.map((one) => [...one]),
    ).map(({ slot }) => slot.start.slice(8, 10));
    expect(order).toEqual(["02", "01", "03"]);
    expect(FEWEST_SLOTS).toBe(2);
  });
});
