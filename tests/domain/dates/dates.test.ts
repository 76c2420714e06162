import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, daysBetween, londonDay, parseDay } from "#app/domain/dates/days.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "#app/domain/dates/working-days.ts";

const easter2026 = new Set(["2026-04-03", "2026-04-06"]);

describe("days", () => {
  it.each(["2026-02-30", "2026-13-01", "31/03/2026", "2026-3-1", "", "2026-03-31T00:00", "2025-02-29"])(
    "refuses %s and says how to write a date",
    (bad) => expect(() => parseDay(bad)).toThrow(/Write it as year-month-day/),
  );
  it("gives London's day, not the server's", () => {
    expect(londonDay("2026-06-30T23:30:00Z")).toBe("2026-07-01");
    expect(londonDay("2026-12-31T23:30:00Z")).toBe("2026-12-31");
  });
  it("counts over a leap day and a clock change", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(addMonths("2026-08-31", -6)).toBe("2026-02-28");
  });
});

describe("working days", () => {
  it("does not count the day itself, the weekend or a bank holiday", () => {
    expect(addWorkingDays("2026-04-02", 1, easter2026)).toBe("2026-04-07");
    expect(addWorkingDays("2026-11-20", 5, new Set())).toBe("2026-11-27");
  });
  it("moves 0 days from a Saturday to the Monday", () =>
    expect(addWorkingDays("2026-11-21", 0, new Set())).toBe("2026-11-23"));
  it("counts back what it added", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 200 }), (offset, count) => {
        const from = addDays("2020-01-01", offset);
        expect(workingDaysBetween(from, addWorkingDays(from, count, easter2026), easter2026)).toBe(count);
      }),
    );
  });
  it("reckons between two days what counting one by one finds", () => {
    // On a Saturday too: a holiday that is no working day is not taken off twice.
    const holidays = new Set([...easter2026, "2026-05-02", "2026-12-25"]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), fc.integer({ min: -20, max: 400 }), (offset, span) => {
        const from = addDays("2026-01-01", offset);
        const days = Array.from({ length: Math.max(0, span) }, (_, at) => addDays(from, at + 1));
        const counted = days.filter((day) => isWorkingDay(day, holidays)).length;
        expect(workingDaysBetween(from, addDays(from, span), holidays)).toBe(counted);
      }),
    );
  });
  it("refuses fractions and centuries", () => {
    expect(() => addWorkingDays("2026-01-01", 1.5, easter2026)).toThrow(RangeError);
    expect(() => addWorkingDays("2026-01-01", 5000, easter2026)).toThrow(RangeError);
  });
});
