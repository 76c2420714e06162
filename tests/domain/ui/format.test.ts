import { describe, expect, it } from "vitest";
import {
  daysBetween,
  formatDate,
  formatDue,
  formatInstant,
  formatMonth,
  formatNumber,
  formatPence,
  formatShortDate,
  formatValue,
  listOf,
  londonDate,
  ordinal,
} from "#app/ui/format.ts";

describe("dates", () => {
  it("are written in full, short and as months", () => {
    expect(formatDate("2026-11-12")).toBe("12 November 2026");
    expect(formatShortDate("2026-09-01")).toBe("1 Sep 2026");
    expect(formatMonth("2026-02")).toBe("February 2026");
  });

  it("refuse what is not a date, with the remedy", () => {
    for (const bad of ["", "12/11/2026", "2026-13-01", "2026-1-2"])
      expect(() => formatDate(bad)).toThrow(/year-month-day/);
  });

  it("read an instant on London's clock, in summer and in winter", () => {
    expect(formatInstant("2026-11-12T14:05:00Z")).toBe("12 November 2026, 14:05");
    expect(formatInstant("2026-06-30T23:30:00Z")).toBe("1 July 2026, 00:30");
    expect(londonDate("2026-06-30T23:30:00Z")).toBe("2026-07-01");
    expect(londonDate(new Date("2026-12-31T23:30:00Z"))).toBe("2026-12-31");
  });

  it("count days over a change of clock and a leap day", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2);
  });

  it("say what is due", () => {
    expect(formatDue("2026-11-02", "2026-11-20")).toBe("18 days overdue");
    expect(formatDue("2026-11-19", "2026-11-20")).toBe("1 day overdue");
    expect(formatDue("2026-11-20", "2026-11-20")).toBe("due today");
    expect(formatDue("2026-11-23", "2026-11-20")).toBe("due in 3 days");
  });
});

describe("figures", () => {
  it("carry their units", () => {
    expect(formatValue(40, "%")).toBe("40%");
    expect(formatValue(-1200, "£")).toBe("−£1,200");
    expect(formatValue(12, "days")).toBe("12 days");
    expect(formatValue(3, "")).toBe("3");
    expect(formatNumber(1 / 3)).toBe("0.33");
  });

  it("turn pence into pounds", () => {
    expect(formatPence(3000)).toBe("£30");
    expect(formatPence(123450)).toBe("£1,234.50");
    expect(formatPence(5)).toBe("£0.05");
    expect(formatPence(-250)).toBe("−£2.50");
    expect(formatPence(0)).toBe("£0");
  });

  it("take their ordinals", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111].map(ordinal).join(" ")).toBe(
      "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 101st 111th",
    );
  });

  it("list in a sentence", () => {
    expect(listOf(["food"])).toBe("food");
    expect(listOf(["food", "travel", "time"])).toBe("food, travel and time");
  });
});
