import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTimes, spreadTimes } from "#app/domain/calendar/index.ts";

/** Friday from 12:30 meets Jumu'ah, Saturday meets Shabbat: somebody always gives way. */
const dilemma = {
  from: "2026-05-01",
  to: "2026-07-10",
  length: 120,
  weekdays: [5, 6],
  earliest: 12.5,
  latest: 14.5,
  traditions: ["islam", "judaism"],
};

function givenWay(times: { gives: string[] }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { gives } of times) for (const one of gives) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

describe("several sessions at once", () => {
  it.each([2, 4, 6])("let two traditions give way equally often in %d sessions", (sessions) => {
    const times = spreadTimes(dilemma, sessions, { apart: 7 });
    expect(times).toHaveLength(sessions);
    const { islam = 0, judaism = 0 } = givenWay(times);
    expect(Math.abs(islam - judaism)).toBe(0);
  });

  it("remember who gave way before", () => {
    const { islam = 0, judaism = 0 } = givenWay(spreadTimes(dilemma, 4, { already: { islam: 2 } }));
    expect([islam, judaism]).toEqual([1, 3]);
  });

  it("ask nobody to give way when a clear time is open", () => {
    const times = spreadTimes({ ...dilemma, weekdays: [2, 5, 6], earliest: 12 }, 4);
    expect(givenWay(times)).toEqual({});
  });

  it("stay apart, in order, within the days and hours asked for", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 20 }),
        fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }),
        (sessions, apart, weekdays) => {
          const times = spreadTimes(
            { from: "2026-02-01", to: "2026-04-15", length: 90, weekdays, step: 90 },
            sessions,
            {
              apart,
            },
          );
          expect(times.length).toBeLessThanOrEqual(sessions);
          const days = times.map(({ start }) => Math.floor(Date.parse(start) / 86_400_000));
          for (let at = 1; at < days.length; at++)
            expect(days[at]! - days[at - 1]!).toBeGreaterThanOrEqual(apart);
          for (const { start } of times) expect(weekdays).toContain(new Date(start).getUTCDay());
        },
      ),
      { numRuns: 15 },
    );
  });

  it.each([
    [0, {}, /^sessions:/],
    [53, {}, /^sessions:/],
    [2, { apart: 0 }, /^apart:/],
  ])("refuses %d sessions with %o", (sessions, spread, message) => {
    expect(() => spreadTimes(dilemma, sessions, spread)).toThrow(message);
  });
});

describe("a time with a break", () => {
  const friday = {
    from: "2026-06-19",
    to: "2026-06-19",
    length: 330,
    earliest: 9.5,
    latest: 15,
    traditions: ["islam"],
  };

  it("is clear on a Friday when the break leaves an hour for prayer", () => {
    expect(findTimes(friday)[0]?.gives).toEqual(["islam"]);
    expect(findTimes({ ...friday, breaks: [{ after: 180, length: 75 }] })[0]?.clear).toBe(true);
  });

  it("has the break within it", () => {
    expect(() => findTimes({ ...friday, breaks: [{ after: 300, length: 60 }] })).toThrow(/^breaks:/);
  });
});
