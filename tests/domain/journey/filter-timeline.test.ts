import { describe, expect, it } from "vitest";
import {
  cursorOf,
  filterTimeline,
  MOMENTS_PER_PAGE,
  pageOfTimeline,
  yearsOf,
} from "#app/domain/journey/filter-timeline.ts";
import type { Moment } from "#app/domain/journey/moment.ts";
import { timelineOf } from "#app/domain/journey/timeline.ts";
import { emptyState, foldEntries } from "#app/domain/record/state.ts";
import { answersId, organisation, promise, recorded, update } from "./record.ts";

const many = Array.from({ length: 60 }, (_, i) =>
  update(i % 3 === 0 ? "setback" : "progress", `Step ${i}`, `202${5 + (i % 2)}-0${1 + (i % 9)}-10`),
);
const timeline = timelineOf(
  foldEntries(
    emptyState,
    recorded([
      organisation("2025-01-06"),
      promise(answersId, "Answer people", "2025-01-06", "2026-01-01"),
      ...many,
    ]),
  ),
  "Northgate",
);

describe("paging", () => {
  it("reaches every moment once, in order", () => {
    const seen: Moment[] = [];
    let after: string | null = null;
    do {
      const page = pageOfTimeline(timeline, after);
      expect(page.moments.length).toBeLessThanOrEqual(MOMENTS_PER_PAGE);
      seen.push(...page.moments);
      after = page.older ?? null;
    } while (after);
    expect(seen).toEqual(timeline);
  });

  it.each(["", "x", "2025-01-06", "2025-01-06.x", "9999-99-99.99999999999"])(
    "reads “%s” as the beginning",
    (after) => {
      expect(pageOfTimeline(timeline, after).moments).toEqual(timeline.slice(0, MOMENTS_PER_PAGE));
    },
  );

  it("gives an empty page after the last moment", () => {
    expect(pageOfTimeline(timeline, cursorOf(timeline.at(-1)!))).toMatchObject({
      moments: [],
      hasNewer: true,
    });
  });
});

describe("filters", () => {
  it("narrow by group, commitment and year, and together", () => {
    expect(filterTimeline(timeline, { group: "setbacks" })).toHaveLength(20);
    expect(filterTimeline(timeline, { commitment: answersId })).toHaveLength(61);
    expect(filterTimeline(timeline, { group: "setbacks", year: "2026" })).toHaveLength(10);
    expect(yearsOf(timeline)).toEqual(["2026", "2025"]);
  });
});
