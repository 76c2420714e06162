import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSession } from "#app/domain/session/check-session.ts";
import { SessionInput } from "#app/domain/session/session-input.ts";
import { addDays } from "#app/domain/dates/days.ts";

const local = { announcements: [], schoolHolidays: [] };
const check = (more: Record<string, unknown>, today?: string) =>
  checkSession(
    SessionInput.parse({
      title: "T",
      purpose: "P",
      venue: "Hall",
      startTime: "10:00",
      endTime: "12:00",
      ...more,
    }),
    local,
    today,
  );

describe("the nearest days that are clear", () => {
  it("are offered for Yom Kippur, in the working week", () => {
    // 21 September 2026 is a Monday.
    const { clearDays } = check({ date: "2026-09-21", traditions: ["judaism"] });
    expect(clearDays).toEqual(["2026-09-18", "2026-09-22", "2026-09-23"]);
  });

  it("are none when nothing serious is met, for a course of several days, and for a session that is over", () => {
    expect(check({ date: "2026-06-17" }).clearDays).toEqual([]);
    expect(check({ date: "2026-09-20", endDate: "2026-09-22" }).clearDays).toEqual([]);
    expect(check({ date: "2026-09-21" }, "2026-11-01").clearDays).toEqual([]);
  });

  it("are bank holidays last of all", () => {
    // Orthodox Good Friday of 2027; Monday 3 May is a bank holiday in England.
    const { clearDays } = check({ date: "2027-04-30", place: "London" });
    expect(clearDays).toHaveLength(3);
    expect(clearDays).not.toContain("2027-05-03");
  });

  it("are never in the past", () => {
    for (const day of check({ date: "2026-09-21" }, "2026-09-20").clearDays)
      expect(day >= "2026-09-20").toBe(true);
  });

  it("are clear when the session is moved there", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        fc.constantFrom(["10:00", "16:00"], ["12:30", "14:30"], ["18:30", "21:00"], ["21:00", "23:30"]),
        fc.constantFrom([], ["islam", "judaism"], ["hindu"]),
        fc.boolean(),
        (days, [startTime, endTime], traditions, catering) => {
          const typed = {
            ...{ startTime, endTime, traditions },
            ...(catering ? { catering: "yes" } : {}),
          };
          for (const date of check({ ...typed, date: addDays("2024-01-01", days) }).clearDays) {
            const { conflicts } = check({ ...typed, date });
            expect(conflicts.filter(({ severity }) => severity === "serious")).toEqual([]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
