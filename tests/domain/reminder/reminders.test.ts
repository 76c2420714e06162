import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, parseDay } from "#app/domain/dates/days.ts";
import { ChoiceInput } from "#app/domain/reminder/choice-input.ts";
import { digestMail, wantsDigest, weekOf } from "#app/domain/reminder/digest.ts";
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
  it("waits on a quiet day, and is not sent to who wants none", () => {
    expect(wantsDigest({ digest: "weekly", quietOn: ["2026-03-20"] }, "2026-03-20")).toBe(false);
    expect(wantsDigest({ digest: "weekly", quietOn: ["2026-03-20"] }, "2026-03-21")).toBe(true);
    expect(wantsDigest({ digest: "never", quietOn: [] }, "2026-03-21")).toBe(false);
  });
  it("says what, why and where", () => {
    const { subject, text } = digestMail({
      organisation: "Us",
      slug: "us",
      origin: "https://kept.example",
      items: on("2026-06-16", { commitments: [promise] }),
    });
    expect(subject).toBe("Us: 1 thing is due");
    expect(text).toContain("It was due on 15 June 2026.\n  https://kept.example/o/us/commitments/a");
    expect(text).toContain("https://kept.example/o/us/reminders");
  });
});

it("reads quiet days one to a line, and refuses what is no day", () => {
  expect(
    ChoiceInput.parse({ digest: "weekly", quietOn: "2026-03-21\n2026-03-20, 2026-03-20" }).quietOn,
  ).toEqual(["2026-03-20", "2026-03-21"]);
  expect(ChoiceInput.safeParse({ digest: "weekly", quietOn: "Eid" }).success).toBe(false);
});
