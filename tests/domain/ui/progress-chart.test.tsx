import { renderToString } from "react-dom/server";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayTicks, plotRows, valueTicks, type MeasureSeries } from "#app/ui/charts/measure-series.ts";
import { ProgressChart } from "#app/ui/charts/progress-chart.tsx";
import { progressSummary } from "#app/ui/charts/progress-summary.ts";

const series: MeasureSeries = {
  id: "share",
  title: "Share of the group",
  unit: "%",
  direction: "up",
  baseline: { on: "2025-02-01", value: 12 },
  readings: [
    { on: "2025-06-01", value: 15 },
    { on: "2026-09-01", value: 27, note: "Two new members." },
  ],
  targets: [
    { from: "2025-02-01", value: 40, dueOn: "2026-12-31" },
    { from: "2026-01-15", value: 30, dueOn: "2027-06-30", why: "We began too late." },
  ],
};

describe("a measure's chart", () => {
  const html = renderToString(<ProgressChart series={series} />);

  it("draws its lines on the server, at both sizes, without JavaScript", () => {
    expect(html.match(/class="recharts-curve recharts-line-curve"[^>]*d="M/g)?.length ?? 0).toBe(4);
    expect(html).toContain('width="760"');
    expect(html).toContain('width="340"');
  });

  it("draws a moved target as a step: across at the old value, then down", () => {
    const curves = [...html.matchAll(/<path[^>]*line-curve[^>]*>/g)].map(([path]) => path);
    const target = curves.map((path) => / d="([^"]+)"/.exec(path)?.[1] ?? "");
    const points = (target[0] ?? "")
      .split(/[ML]/)
      .filter(Boolean)
      .map((pair) => pair.split(",").map(Number));
    const turns = points.slice(1).map(([x, y], i) => [x !== points[i]?.[0], y !== points[i]?.[1]]);
    expect(turns.every(([across, down]) => !(across && down))).toBe(true);
    expect(new Set(points.map(([, y]) => y)).size).toBe(2);
  });

  it("says the same in its table, with the reason for the move", () => {
    for (const words of ["Target moved", "We began too late.", "27%", "Two new members.", "Where we began"]) {
      expect(html).toContain(words);
    }
  });

  it("says the same in a sentence", () => {
    expect(progressSummary(series)).toBe(
      "27% on 1 September 2026, from 12% at the start. The target is 30% or more by 30 June 2027. It has been moved once.",
    );
    expect(progressSummary({ ...series, baseline: undefined, readings: [], targets: [] })).toBe(
      "No readings yet. No target is set.",
    );
  });

  it("stands with nothing to draw", () => {
    expect(renderToString(<ProgressChart series={{ ...series, readings: [], targets: [] }} />)).not.toContain(
      "<path",
    );
  });
});

describe("what the plot is given", () => {
  it("holds each target from its promise, and the last to its due date", () => {
    const targets = plotRows(series).filter((row) => row.target !== undefined);
    expect(targets.map((row) => row.target)).toEqual([40, 30, 30]);
  });

  it("has value ticks that hold the data, evenly apart", () => {
    expect(valueTicks(plotRows(series))).toEqual([0, 10, 20, 30, 40]);
    const values = fc.array(
      fc.integer({ min: -1e8, max: 1e8 }).map((hundredths) => hundredths / 100),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(values, (list) => {
        const ticks = valueTicks(list.map((reading, day) => ({ day, reading })));
        expect(ticks[0]).toBeLessThanOrEqual(Math.min(0, ...list));
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(0, ...list));
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it("has time ticks on first days of months, few enough to read", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 25_000 }),
        fc.integer({ min: 0, max: 9000 }),
        (first, days) => {
          const ticks = dayTicks([{ day: first }, { day: first + days }], 3);
          expect(ticks.length).toBeLessThanOrEqual(4);
          expect(ticks.every((day) => new Date(day * 86_400_000).getUTCDate() === 1)).toBe(true);
        },
      ),
    );
  });
});
