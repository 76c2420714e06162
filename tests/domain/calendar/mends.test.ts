import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksBetween, overlapping } from "#app/domain/calendar/blocks.ts";
import { conflictsOf } from "#app/domain/calendar/index.ts";
import { mendsOf } from "#app/domain/calendar/mends.ts";
import { type Slot, weigh } from "#app/domain/calendar/weigh.ts";

const HOUR = 3_600_000;
const rank = { serious: 2, moderate: 1, note: 0, none: -1 };
const iso = (at: number) => new Date(at).toISOString();

/** How gravely a session meets an observance, asked anew of the whole calendar. */
function metBy(slot: Slot, observance: string): keyof typeof rank {
  const found = conflictsOf({
    start: iso(slot.start),
    end: iso(slot.end),
    breaks: slot.breaks.map((one) => ({ start: iso(one.start), end: iso(one.end) })),
    catering: slot.catering,
  }).filter((one) => `${one.tradition}/${one.observance}` === observance);
  return found[0]?.severity ?? "none";
}

const mendsFor = (slot: Slot) =>
  overlapping(blocksBetween(slot.start, slot.end, {}), slot.start, slot.end).flatMap((block) =>
    mendsOf(slot, block).map((mend) => ({ block, mend })),
  );

describe("what would mend a conflict", () => {
  it("mends it when it is done, on any day of 2016 to 2039", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2016, 0, 1) / HOUR, max: Date.UTC(2039, 11, 1) / HOUR }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (hour, quarters, catering) => {
          const start = hour * HOUR;
          const slot: Slot = { start, end: start + (quarters * HOUR) / 4, breaks: [], catering };
          for (const { block, mend } of mendsFor(slot)) {
            if (!mend.change) continue;
            const { tradition, id } = block.observance;
            const after = { ...slot, ...mend.change };
            // As it would be typed: to the minute.
            for (const at of [after.start, after.end]) expect(at % 60_000, mend.sentence).toBe(0);
            expect(after.end - after.start, mend.sentence).toBeGreaterThanOrEqual(HOUR / 2);
            const context = `${iso(slot.start)} to ${iso(slot.end)}, ${id}: ${mend.sentence}`;
            expect(rank[metBy(after, `${tradition}/${id}`)], context).toBeLessThan(rank[weigh(slot, block)]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each<[string, string, string, boolean, string[]]>([
    [
      "Friday prayer, for a session of the very hours",
      "2026-06-19T11:30Z",
      "2026-06-19T13:30Z",
      false,
      [
        "Move it to the morning, to end by 12:30.",
        "Move it to the afternoon, to start at 14:30.",
        "Hold half of it from 11:30 and half from 14:30, with a break over Dhuhr, and offer a room to pray in.",
        "Move it to another day.",
      ],
    ],
    [
      "Friday prayer, for a whole day in winter",
      "2026-12-11T09:30Z",
      "2026-12-11T14:30Z",
      false,
      [
        "End by 12:30.",
        "Move it to the afternoon, to start at 14:30.",
        "Add a break over Dhuhr, from 12:30 to 14:30, and offer a room to pray in.",
        "Move it to another day.",
      ],
    ],
    [
      "a day of Ramadan with lunch",
      "2026-02-25T09:30Z",
      "2026-02-25T16:30Z",
      true,
      [
        "Shorten it to four hours at most, in the morning, and serve no food in daylight.",
        "Hold it in the evening, with iftar at sunset, 17:33: dates, water and a halal meal.",
        "Move it to after Eid.",
      ],
    ],
    [
      "an afternoon of Ramadan that runs over sunset",
      "2026-02-25T15:30Z",
      "2026-02-25T18:00Z",
      false,
      [
        "End an hour before sunset, by 16:33.",
        "Stay for iftar: a break at sunset, 17:33, of half an hour or more, with dates, water and a halal meal.",
        "Move it to after Eid.",
      ],
    ],
  ])("is told in sentences: %s", (_, start, end, catering, expected) => {
    const [from, to] = [start, end].map((text) => Date.parse(text.replace("Z", ":00Z")));
    const mends = mendsFor({ start: from!, end: to!, breaks: [], catering }).filter(
      ({ block }) => block.observance.tradition === "islam",
    );
    expect(mends.map(({ mend }) => mend.sentence)).toEqual(expected);
  });
});
