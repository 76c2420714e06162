import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { candidates, givingWay } from "#app/domain/calendar/find-time.ts";
import { findTimes, spreadTimes, type TimeQuestion } from "#app/domain/calendar/index.ts";

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

/** Every way to place so many sessions, tried: the least number of times that the tradition asked most often gives way. */
function fairestByTrying(question: TimeQuestion, sessions: number, apart: number): number {
  const choices = new Map<string, { day: number; gives: string[] }>();
  for (const one of candidates(question)) {
    const gives = givingWay(one).filter((tradition) => !tradition.startsWith("uk_bank"));
    const day = Math.floor(one.start / 86_400_000);
    choices.set(`${day} ${gives.sort().join()}`, { day, gives });
  }
  const open = [...choices.values()].sort((a, b) => a.day - b.day);
  let best = Infinity;
  const place = (from: number, left: number, last: number, counts: ReadonlyMap<string, number>) => {
    const most = Math.max(0, ...counts.values());
    if (most >= best) return;
    if (left === 0) best = most;
    else
      for (let at = from; at < open.length; at++) {
        const { day, gives } = open[at]!;
        if (day - last < apart) continue;
        const after = new Map(counts);
        for (const one of gives) after.set(one, (after.get(one) ?? 0) + 1);
        place(at + 1, left - 1, day, after);
      }
  };
  place(0, sessions, -Infinity, new Map());
  return best;
}

function givenWay(times: { gives: string[] }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { gives } of times)
    for (const one of gives) if (!one.startsWith("uk_bank")) counts[one] = (counts[one] ?? 0) + 1;
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

  it("are as fair as any way to place them: nobody gives way more often than somebody must", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom([12, 14.5], [18, 21], [9, 12]),
        fc.constantFrom(undefined, ["islam", "judaism"], ["hindu", "islam", "sikh"]),
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 1, max: 7 }),
        (offset, weekdays, [earliest, latest], traditions, sessions, apart) => {
          const first = Date.UTC(2026, 0, 1) + offset * 86_400_000;
          const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
          const question: TimeQuestion = {
            from: iso(first),
            to: iso(first + 20 * 86_400_000),
            ...{ length: 120, step: 60, weekdays, earliest: earliest!, latest: latest! },
            ...(traditions ? { traditions } : {}),
          };
          const times = spreadTimes(question, sessions, { apart });
          const most = Math.max(0, ...Object.values(givenWay(times)));
          expect(most).toBeLessThanOrEqual(fairestByTrying(question, times.length, apart));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("never let one tradition give way each time when a turn can be taken", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 2, max: 5 }), (weeks, sessions) => {
        const from = new Date(Date.UTC(2024, 0, 1) + weeks * 7 * 86_400_000);
        const to = new Date(from.getTime() + 69 * 86_400_000);
        const [a, b] = [from, to].map((at) => at.toISOString().slice(0, 10));
        const times = spreadTimes({ ...dilemma, from: a!, to: b! }, sessions, { apart: 7 });
        for (const count of Object.values(givenWay(times))) expect(count).toBeLessThan(times.length);
      }),
      { numRuns: 40 },
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

describe("the least bad times of Ramadan", () => {
  it("are mornings of the fast, and not the day that may be Eid by a sighting in Britain", () => {
    const found = findTimes({
      from: "2027-02-08",
      to: "2027-03-12",
      length: 240,
      earliest: 9.5,
      latest: 16.5,
      catering: true,
    });
    const days = found.map(({ start }) => start.slice(0, 10));
    expect(days).not.toContain("2027-03-09");
    expect(days).not.toContain("2027-03-10");
    expect(found[0]?.reasons.join(" ")).toMatch(/Ramadan|Eid/);
  });
});

describe("a time over midnight", () => {
  const night: TimeQuestion = { from: "2026-06-06", to: "2026-06-06", length: 120, weekdays: [6], step: 60 };
  const starts = (question: TimeQuestion) =>
    candidates(question).map(({ start }) => new Date(start).toISOString().slice(0, 16));

  it("belongs to the day on which it begins, and may end in the next", () => {
    expect(starts({ ...night, earliest: 22, latest: 26 })).toEqual([
      "2026-06-06T21:00",
      "2026-06-06T22:00",
      "2026-06-06T23:00",
    ]);
    expect(starts({ ...night, weekdays: [0], earliest: 22, latest: 26 })).toEqual([]);
  });

  it("lies within the hours by the clock in the night in which the clocks go forward", () => {
    const spring = { ...night, from: "2026-03-28", to: "2026-03-28", earliest: 22, latest: 28 };
    // 01:00 does not come: a start at 01:00 is left out, and 02:00 is an hour after midnight.
    expect(starts(spring)).toEqual([
      "2026-03-28T22:00",
      "2026-03-28T23:00",
      "2026-03-29T00:00",
      "2026-03-29T01:00",
    ]);
    for (const { end } of candidates({ ...spring, latest: 26 }))
      expect(new Date(end).toISOString() <= "2026-03-29T01:00:00.000Z").toBe(true);
  });

  it("lies within the hours by the clock in the night in which the clocks go back", () => {
    const autumn = { ...night, from: "2026-10-24", to: "2026-10-24", earliest: 22, latest: 28 };
    expect(starts(autumn)).toEqual([
      "2026-10-24T21:00",
      "2026-10-24T22:00",
      "2026-10-24T23:00",
      "2026-10-25T00:00",
      "2026-10-25T02:00",
    ]);
  });

  it("keeps its hours by the clock on the days of the change", () => {
    const day: TimeQuestion = { ...night, weekdays: [0], earliest: 10, latest: 12 };
    expect(starts({ ...day, from: "2026-03-29", to: "2026-03-29" })).toEqual(["2026-03-29T09:00"]);
    expect(starts({ ...day, from: "2026-10-25", to: "2026-10-25" })).toEqual(["2026-10-25T10:00"]);
  });

  it("meets the day that begins in the evening, and says whom it keeps away", () => {
    const [found] = findTimes({
      ...night,
      from: "2026-09-20",
      to: "2026-09-20",
      weekdays: [0],
      earliest: 22,
      latest: 26,
    });
    expect(found?.excludes).toContain("Jewish people");
  });
});

describe("a window", () => {
  it.each(["2036-06-01", "2028-06-03"])(
    "up to %s is refused with the field's name and the last day",
    (to) => {
      for (const length of [120, 480])
        expect(() => findTimes({ from: "2026-06-01", to, length, weekdays: [1] })).toThrow(
          /^to: .*two years.*2028-06-01/,
        );
    },
  );
});
