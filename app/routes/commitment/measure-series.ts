import type { MeasureSeries, TargetStep } from "#app/ui/charts/measure-series.ts";

type StoredMeasure = {
  id: string;
  title: string;
  unit: string;
  direction: "up" | "down";
  baselineValue: number | null;
  baselineOn: string | null;
  readings: { readOn: string; value: number | null; note: string }[];
};

/** A stored measure as the chart draws it. A reading that could not be told has no place on a line: the table has it. */
export function measureSeries(measure: StoredMeasure, targets: TargetStep[]): MeasureSeries {
  const { id, title, unit, direction, baselineValue, baselineOn } = measure;
  return {
    id,
    title,
    unit,
    direction,
    ...(baselineValue !== null && baselineOn !== null
      ? { baseline: { on: baselineOn, value: baselineValue } }
      : {}),
    readings: measure.readings.flatMap(({ readOn, value, note }) =>
      value === null ? [] : [{ on: readOn, value, ...(note ? { note } : {}) }],
    ),
    targets,
  };
}
