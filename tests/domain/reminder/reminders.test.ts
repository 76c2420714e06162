import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, parseDay } from "#app/domain/dates/days.ts";
import { ChoiceInput, withDays } from "#app/domain/reminder/choice-input.ts";
import { type Choice, digestMail, weekOf } from "#app/domain/reminder/digest.ts";
import { letterWeek, mayWrite, weekToWrite } from "#app/domain/reminder/letter-time.ts";
import { daysToKeepQuiet } from "#app/domain/reminder/quiet-days.ts";
import { topics, wanted } from "#app/domain/reminder/topics.ts";
import { type DueFacts, dueItems, itemsFor } from "#app/domain/reminder/due-items.ts";

const nothing: DueFacts = {
  commitments: [],
  milestones: [],
  actions: [],
  loops: [],
  nextMeetingOn: null,
  openRounds: [],
  lastRoundClosedOn: null,
  lapsed: [],
};
const promise = { id: "a", title: "Pay", dueOn: "2026-06-15" };
const on = (day: string, facts: Partial<DueFacts>) => dueItems({ ...nothing, ...facts }, "/o/us", day);

describe("what is due", () => {
  it("is named two weeks before, on the day, and after it", () => {
    const kinds = (day: string) => on(day, { commitments: [promise] }).map(({ kind }) => kind);
    expect(kinds("2026-05-31")).toEqual([]);
    expect(kinds("2026-06-01")).toEqual(["due-soon"]);
    expect(kinds("2026-06-15")).toEqual(["due-soon"]);
    expect(kinds("2026-06-16")).toEqual(["overdue"]);
  });
  it("is the same item however often one looks, and another when its day is moved", () => {
    const key = (day: string, dueOn: string) => on(day, { commitments: [{ ...promise, dueOn }] })[0]?.key;
    expect(key("2026-06-20", "2026-06-15")).toBe(key("2027-06-20", "2026-06-15"));
    expect(key("2026-06-20", "2026-06-15")).not.toBe(key("2026-06-20", "2026-06-16"));
  });
  it("asks for the next self-audit a year after the last, unless one is open", () => {
    expect(on("2026-06-16", { lastRoundClosedOn: "2025-06-20" })).toMatchObject([
      { kind: "audit-next", dueOn: "2026-06-20" },
    ]);
    const openRounds = [{ id: "r", title: "Summer", closesOn: "2026-09-01" }];
    expect(on("2026-06-16", { lastRoundClosedOn: "2025-06-20", openRounds })).toEqual([]);
  });
  it("tells a reviewer what a board looks at", () => {
    const items = on("2026-06-20", {
      commitments: [promise],
      milestones: [{ ...promise, commitmentId: "a" }],
    });
    expect(itemsFor("reviewer", items).map(({ kind }) => kind)).toEqual(["overdue"]);
    expect(itemsFor("editor", items)).toHaveLength(2);
  });
});

const mondays: Choice = { digest: "weekly", weekday: 1, without: [], quietOn: [] };

describe("the weekly letter", () => {
  it("is named after the Monday of its week", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40000, max: 40000 }), (days) => {
        const day = addDays("2026-06-01", days);
        const monday = weekOf(day);
        return parseDay(monday).dayOfWeek === 1 && monday <= day && addDays(monday, 6) >= day;
      }),
    );
  });
  it("goes at eight in London on the chosen day, before and after the clocks change", () => {
    // The clocks go forward on 29 March 2026 and back on 25 October 2026; each Monday after is the day to look at.
    expect(weekToWrite(mondays, "2026-03-23", "2026-03-30T06:59:59Z")).toBeUndefined();
    expect(weekToWrite(mondays, "2026-03-23", "2026-03-30T07:00:00Z")).toBe("2026-03-30");
    expect(weekToWrite(mondays, "2026-10-19", "2026-10-26T07:59:59Z")).toBeUndefined();
    expect(weekToWrite(mondays, "2026-10-19", "2026-10-26T08:00:00Z")).toBe("2026-10-26");
    const sundays = { ...mondays, weekday: 7 };
    expect(weekToWrite(sundays, "2026-03-16", "2026-03-29T07:00:00Z")).toBe("2026-03-23");
    expect(weekToWrite(sundays, "2026-10-12", "2026-10-25T07:30:00Z")).toBeUndefined();
  });
  it("is thought about once a week whatever the day chosen, and however often it is changed within a week", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 40, maxLength: 40 }), (chosen) => {
        const weeks: string[] = [];
        chosen.forEach((weekday, hours) => {
          const now = new Date(Date.parse("2026-03-16T00:30:00Z") + hours * 11 * 3600_000).toISOString();
          const week = weekToWrite({ ...mondays, weekday }, weeks.at(-1) ?? null, now);
          if (week) weeks.push(week);
        });
        return (
          new Set(weeks).size === weeks.length && weeks.every((week, at) => !at || weeks[at - 1]! < week)
        );
      }),
    );
    expect(letterWeek(5, "2026-06-11T12:00:00Z")).toBe("2026-06-01");
    expect(letterWeek(5, "2026-06-12T12:00:00Z")).toBe("2026-06-08");
  });
  it("goes on after a clock that ran ahead was put right", () => {
    expect(weekToWrite(mondays, "2027-06-14", "2026-06-15T09:00:00Z")).toBe("2026-06-15");
  });
  it("waits on a quiet day, and is not sent to who wants none", () => {
    const quiet = { ...mondays, quietOn: ["2026-06-15"] };
    expect(weekToWrite(quiet, "2026-06-08", "2026-06-15T09:00:00Z")).toBeUndefined();
    expect(weekToWrite(quiet, "2026-06-08", "2026-06-16T09:00:00Z")).toBe("2026-06-15");
    expect(weekToWrite({ ...mondays, digest: "never" }, null, "2026-06-15T09:00:00Z")).toBeUndefined();
    // Half past midnight in London is still the day before in Greenwich.
    expect(mayWrite({ quietOn: ["2026-06-15"] }, "2026-06-14T23:30:00Z")).toBe(false);
    expect(mayWrite({ quietOn: [] }, "2026-06-14T23:30:00Z")).toBe(false);
  });
  it("says what, why and where", () => {
    const { subject, text } = digestMail({
      organisation: "Us",
      slug: "us",
      origin: "https://kept.example",
      stopUrl: "https://kept.example/letters/token",
      items: on("2026-06-16", { commitments: [promise] }),
    });
    expect(subject).toBe("Us: 1 thing is due");
    expect(text).toContain("It was due on 15 June 2026.\n  https://kept.example/o/us/commitments/a");
    expect(text).toContain("https://kept.example/o/us/reminders");
    expect(text).toContain("https://kept.example/letters/token");
  });
});

it("reads quiet days one to a line, and refuses what is no day", () => {
  expect(
    ChoiceInput.parse({ digest: "weekly", quietOn: "2026-03-21\n2026-03-20, 2026-03-20" }).quietOn,
  ).toEqual(["2026-03-20", "2026-03-21"]);
  expect(ChoiceInput.safeParse({ digest: "weekly", quietOn: "Eid" }).success).toBe(false);
  expect(ChoiceInput.parse({ digest: "weekly", quietOn: " 2026-03-21  2026-03-22\r\n" }).quietOn).toEqual([
    "2026-03-21",
    "2026-03-22",
  ]);
  expect(ChoiceInput.parse({ digest: "weekly", quietOn: "25/12/2026\n31 March 2026" }).quietOn).toEqual([
    "2026-03-31",
    "2026-12-25",
  ]);
  expect(ChoiceInput.safeParse({ digest: "weekly", quietOn: "31/13/2026" }).success).toBe(false);
  const words = ChoiceInput.safeParse({ digest: "weekly", quietOn: "the second day of Eid\n2026-03-20" });
  expect(words.error?.issues.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^“the second day of Eid” is not a date\./),
  ]);
});

it("names the days themselves that are no dates, and reads what topics somebody left out", () => {
  const read = ChoiceInput.safeParse({ digest: "weekly", quietOn: "2026-02-30" });
  expect(read.error?.issues[0]?.message).toContain("“2026-02-30” is not a date");
  const about = topics.filter((topic) => topic !== "pay");
  expect(ChoiceInput.parse({ digest: "at-once", about }).without).toEqual(["pay"]);
  expect(wanted(on("2026-06-16", { commitments: [promise] }), ["promises"])).toEqual([]);
  expect(wanted(on("2026-06-16", { commitments: [promise] }), ["pay"])).toHaveLength(1);
});

describe("the days of a tradition", () => {
  it("are dates of the next twelve months and nothing else, both days where two may be kept", () => {
    const days = daysToKeepQuiet("islam", "2026-01-01");
    // Eid al-Fitr 2026: 20 March as reckoned, 21 March in other reckonings.
    expect(days).toContain("2026-03-20");
    expect(days.every((day) => /^2026-\d\d-\d\d$/.test(day))).toBe(true);
    expect(daysToKeepQuiet("judaism", "2026-01-01")).toEqual(
      // Yom Kippur and the first day of Passover, from a printed calendar for 5786 and 5787.
      expect.arrayContaining(["2026-09-21", "2026-04-02"]),
    );
  });
  it("join the list as it was typed, in order and each once", () => {
    expect(withDays("2026-05-01, Eid", ["2026-03-20", "2026-05-01"])).toBe("2026-03-20\n2026-05-01\nEid");
  });
});
