import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Lane } from "#app/ui/charts/lane.ts";
import { laneFacts } from "#app/ui/charts/lane-facts.ts";
import { placeMarks, placeSegments, positionOf, spanOf, ticksOf } from "#app/ui/charts/strip-geometry.ts";
import { epochDay } from "#app/ui/format.ts";

const span = { from: "2025-01-01", to: "2026-12-31" };
const lane = (over: Partial<Lane>): Lane => ({
  id: "a",
  title: "A",
  href: "#",
  segments: [],
  marks: [],
  ...over,
});
const isoOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const dates = fc.integer({ min: epochDay("2015-01-01"), max: epochDay("2040-01-01") }).map(isoOf);

describe("a place on the strip", () => {
  it("keeps room at both ends and holds dates outside at the end", () => {
    expect(positionOf("2025-01-01", span)).toBe(3);
    expect(positionOf("2026-12-31", span)).toBe(97);
    expect(positionOf("2020-01-01", span)).toBe(3);
    expect(positionOf("2030-01-01", span)).toBe(97);
    expect(positionOf("2026-01-01", span)).toBeCloseTo(50.06, 1);
  });

  it("never runs backwards", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(positionOf(first, span)).toBeLessThanOrEqual(positionOf(second, span));
      }),
    );
  });

  it("stands when the whole span is one day", () => {
    expect(positionOf("2026-01-01", { from: "2026-01-01", to: "2026-01-01" })).toBe(3);
  });
});

describe("the dates over the strip", () => {
  it("mark half-years over two years", () => {
    expect(ticksOf(span).map((tick) => tick.label)).toEqual(["Jan 2025", "Jul", "Jan 2026", "Jul"]);
  });

  it("never collide with each other or with the end, whatever the span", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 9000 }), (from, days) => {
        const ticks = ticksOf({ from, to: isoOf(epochDay(from) + days) });
        const labelled = ticks.filter((tick) => tick.label !== undefined).map((tick) => tick.x);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(labelled.every((x) => x + 23 <= 103)).toBe(true);
        expect(labelled.every((x, i) => i === 0 || x - (labelled[i - 1] ?? 0) >= 21)).toBe(true);
      }),
    );
  });
});

describe("threads and marks", () => {
  it("leave out a stretch outside the span or ending before it begins", () => {
    const placed = placeSegments(
      lane({
        segments: [
          { from: "2020-01-01", to: "2021-01-01", style: "under-way" },
          { from: "2026-02-01", to: "2026-01-01", style: "stalled" },
          { from: "2024-06-01", to: "2027-06-01", style: "overdue" },
        ],
      }),
      span,
    );
    expect(placed).toEqual([{ x1: 3, x2: 97, style: "overdue" }]);
  });

  it("step marks of the same week above and below, at their true dates", () => {
    const marks = ["2026-01-15", "2026-01-18", "2026-01-20"].map((on) => ({
      on,
      kind: "setback" as const,
      label: on,
    }));
    const placed = placeMarks(lane({ marks }), span);
    expect(placed.map((mark) => mark.level)).toEqual([0, -1, 1]);
    expect(placed.map((mark) => mark.x)).toEqual(marks.map((mark) => positionOf(mark.on, span)));
  });

  it("keep every mark inside the span", () => {
    fc.assert(
      fc.property(fc.array(dates, { maxLength: 20 }), (ons) => {
        const placed = placeMarks(
          lane({ marks: ons.map((on) => ({ on, kind: "progress", label: on })) }),
          span,
        );
        expect(placed).toHaveLength(ons.filter((on) => on >= span.from && on <= span.to).length);
        expect(placed.every((mark) => mark.x >= 3 && mark.x <= 97)).toBe(true);
      }),
    );
  });

  it("span every date and today", () => {
    const lanes = [
      lane({ segments: [{ from: "2025-02-10", to: "2026-05-01", style: "under-way" }], dueOn: "2027-01-31" }),
    ];
    expect(spanOf(lanes, "2026-11-20")).toEqual({ from: "2025-02-01", to: "2027-01-31" });
    expect(spanOf([], "2026-11-20")).toEqual({ from: "2026-11-01", to: "2026-11-20" });
  });

  it("say in words all that they show", () => {
    const facts = laneFacts(
      lane({
        dueOn: "2026-11-02",
        segments: [{ from: "2026-01-05", to: "2026-11-02", style: "under-way" }],
        marks: [{ on: "2026-03-01", kind: "target-moved", label: "Lowered from 40% to 30%" }],
      }),
    );
    expect(facts.map((fact) => fact.sentence)).toEqual([
      "Under way from 5 January 2026 to 2 November 2026",
      "Target moved, 1 March 2026: Lowered from 40% to 30%",
      "Due 2 November 2026",
    ]);
  });
});
