import type { MeasureView } from "#app/domain/journey/measure-view.ts";
import type { MeasureSeries } from "../charts/measure-series.ts";

/** A measure as its chart draws it. Figures that could not be told are left to the page's words: a gap is not a zero. */
export function seriesOf(measure: MeasureView): MeasureSeries {
  return {
    id: measure.id,
    title: measure.title,
    unit: measure.unit,
    direction: measure.direction,
    ...(measure.baseline ? { baseline: measure.baseline } : {}),
    readings: measure.readings.flatMap(({ on, value, note, caveat }) => {
      const words = [note, caveat].filter(Boolean).join(" ");
      return value === null ? [] : [{ on, value, ...(words ? { note: words } : {}) }];
    }),
    targets: measure.targets.flatMap(({ from, target, reason }) =>
      target ? [{ from, value: target.value, dueOn: target.by, ...(reason ? { why: reason } : {}) }] : [],
    ),
  };
}
