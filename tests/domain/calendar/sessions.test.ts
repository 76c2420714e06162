import { describe, expect, it } from "vitest";
import {
  calendarJson,
  checkFood,
  conflictsOf,
  findPlace,
  findTimes,
  GUIDES,
  PLACES,
  prayerTimes,
  prayersJson,
  spreadTimes,
} from "#app/domain/calendar/index.ts";

const serious = (start: string, end: string, more = {}) =>
  conflictsOf({ start, end, ...more })
    .filter(({ severity }) => severity === "serious")
    .map(({ observance }) => observance);

describe("conflicts", () => {
  it.each([
    ["Friday prayer", "2026-06-19T11:30:00Z", "2026-06-19T13:30:00Z", "jumuah"],
    ["a full day in Ramadan", "2026-03-03T09:30:00Z", "2026-03-03T16:30:00Z", "ramadan_day"],
    ["the evening of Yom Kippur", "2026-09-20T18:00:00Z", "2026-09-20T20:00:00Z", "yom_kippur"],
    ["Diwali 2026", "2026-11-08T10:00:00Z", "2026-11-08T12:00:00Z", "diwali"],
    ["Vaisakhi", "2026-04-14T10:00:00Z", "2026-04-14T12:00:00Z", "vaisakhi"],
    ["Orthodox Good Friday", "2026-04-10T08:00:00Z", "2026-04-10T10:00:00Z", "good_friday"],
    ["Naw-Rúz", "2026-03-20T19:00:00Z", "2026-03-20T20:00:00Z", "naw_ruz"],
    ["a winter Friday evening", "2026-12-18T16:00:00Z", "2026-12-18T18:00:00Z", "shabbat"],
  ])("catches %s", (_what, start, end, id) => {
    expect(serious(start, end)).toContain(id);
    const conflict = conflictsOf({ start, end }).find(({ observance }) => observance === id);
    expect(conflict?.mends.length).toBeGreaterThan(0);
    expect(conflict?.reason).toContain(conflict?.name);
    expect(conflict?.excludes).not.toBe("");
  });

  it("is content with an hour's break over Dhuhr", () => {
    const breaks = [{ start: "2026-06-19T12:00:00Z", end: "2026-06-19T13:15:00Z" }];
    expect(serious("2026-06-19T09:00:00Z", "2026-06-19T15:00:00Z", { breaks })).not.toContain("jumuah");
  });

  it("leaves a Friday session that ends at 12:30 alone", () => {
    expect(serious("2026-06-19T09:30:00Z", "2026-06-19T11:30:00Z")).not.toContain("jumuah");
  });

  it("weighs only the traditions present", () => {
    expect(serious("2026-11-08T10:00:00Z", "2026-11-08T12:00:00Z", { traditions: ["islam"] })).toEqual([]);
  });

  it.each([
    [{ start: "2026-01-01T10:00:00Z", end: "2026-01-01T09:00:00Z" }, /^end:/],
    [{ start: "tomorrow", end: "2026-01-01T09:00:00Z" }, /^start:/],
    [{ start: "2026-01-01T10:00:00", end: "2026-01-01T12:00:00Z" }, /^start:/],
  ])("refuses %o", (session, message) => {
    expect(() => conflictsOf(session)).toThrow(message);
  });
});

describe("finding a time", () => {
  const question = { from: "2026-09-01", to: "2026-10-12", length: 120 };

  it("finds clear slots, the best first", () => {
    const found = findTimes(question, 5);
    expect(found).toHaveLength(5);
    expect(found[0]?.clear).toBe(true);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => a - b));
  });

  it("offers the least bad when nothing is clear and says whom it excludes", () => {
    const [only] = findTimes({ from: "2026-09-21", to: "2026-09-21", length: 120 });
    expect(only?.clear).toBe(false);
    expect(only?.excludes).toContain("Jewish people");
  });

  it("spreads sessions so that no tradition always gives way", () => {
    const times = spreadTimes({ ...question, weekdays: [5], earliest: 12, latest: 15 }, 4);
    expect(times).toHaveLength(4);
    expect(new Set(times.map(({ start }) => start)).size).toBe(4);
  });

  it.each([
    [{ ...question, length: 5 }, /^length:/],
    [{ ...question, to: "2026-08-01" }, /^to:/],
    [{ ...question, length: 600 }, /^latest:/],
    [{ ...question, to: "2030-01-01", step: 5 }, /^to:/],
  ])("refuses %o", (bad, message) => {
    expect(() => findTimes(bad)).toThrow(message);
  });
});

describe("prayer times", () => {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

  it.each([
    // London's unified timetable for 30 and 31 December 2025.
    ["2025-12-31", { dhuhr: "12:09", asr: "13:45", maghrib: "16:04" }],
    ["2025-12-30", { dhuhr: "12:08", asr: "13:45", maghrib: "16:03" }],
  ])("is within two minutes of London's on %s", (date, expected) => {
    const times = prayerTimes({ date, latitude: 51.5074, longitude: -0.1278 });
    for (const [name, clock] of Object.entries(expected)) {
      expect(Math.abs(minutes(times[name as keyof typeof times]) - minutes(clock)), name).toBeLessThanOrEqual(
        2,
      );
    }
  });

  it("gives times in order, in British Summer Time", () => {
    const times = prayersJson({ date: "2026-06-21", latitude: 51.5, longitude: -0.12 });
    expect(times.dhuhr).toMatch(/^13:0/);
    const order = [times.sunrise, times.dhuhr, times.asr, times.asrHanafi, times.maghrib].map(minutes);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it("answers in Shetland, and beyond the Arctic Circle when the sun rises and sets there", () => {
    expect(prayerTimes({ date: "2026-06-21", latitude: 60.15, longitude: -1.15 }).isha).toMatch(
      /^\d\d:\d\d$/,
    );
    expect(prayerTimes({ date: "2026-03-21", latitude: 69.6, longitude: 18.9 }).maghrib).toMatch(
      /^\d\d:\d\d$/,
    );
    expect(() => prayerTimes({ date: "2026-06-21", latitude: 69.6, longitude: 18.9 })).toThrow(
      /^latitude: on 2026-06-21 the sun does not rise and set there/,
    );
  });

  it.each([
    [{ date: "2026-02-30", latitude: 51, longitude: 0 }, /^date:/],
    [{ date: "2026-02-03", latitude: 151, longitude: 0 }, /^latitude:/],
    [{ date: "2026-02-03", latitude: 51, longitude: 200 }, /^longitude:/],
    [{ date: "2026-02-03", latitude: 51, longitude: 0, timeZone: "Mars/Base" }, /^timeZone:/],
  ])("refuses %o", (question, message) => {
    expect(() => prayerTimes(question)).toThrow(message);
  });
});

describe("food", () => {
  it("sees pork beside chicken, and nothing for those who keep halal or kosher", () => {
    const warnings = checkFood({
      date: "2026-06-10",
      separateServing: false,
      dishes: [
        { name: "Chicken", contains: ["meat"], labels: [] },
        { name: "Pork pie", contains: ["meat", "pork"], labels: [] },
      ],
    });
    const told = warnings.map(({ tradition }) => tradition);
    expect(told).toEqual(expect.arrayContaining(["hindu", "islam", "jain", "judaism", "sikh"]));
    expect(warnings.some(({ warning }) => warning.includes("Pork pie shares"))).toBe(true);
  });

  it("names the fast of the day", () => {
    const warnings = checkFood({
      date: "2026-03-03",
      separateServing: true,
      dishes: [],
      traditions: ["islam"],
    });
    expect(warnings[0]?.warning).toContain("Ramadan");
  });
});

describe("the resource", () => {
  it("prints the calendar in the shape promised", () => {
    const [item] = calendarJson("2026-11-08", "2026-11-08", { traditions: ["hindu"] });
    expect(Object.keys(item ?? {})).toEqual(["tradition", "observance", "name", "variants", "severity"]);
    expect(Object.keys(item?.variants[0] ?? {})).toEqual(["date", "start", "end", "status", "authority"]);
  });

  it("has a guide to every observance and claims no review", () => {
    expect(
      GUIDES.every(({ what, time, food, rooms, greeting }) =>
        [what, time, food, rooms, greeting].every(Boolean),
      ),
    ).toBe(true);
    expect(GUIDES.every(({ reviewedBy }) => reviewedBy === null)).toBe(true);
  });

  it("finds places whatever the case", () => {
    expect(PLACES.length).toBeGreaterThanOrEqual(60);
    expect(findPlace(" leicester ")?.jurisdiction).toBe("england_wales");
    expect(findPlace("Gotham")).toBeUndefined();
  });
});
