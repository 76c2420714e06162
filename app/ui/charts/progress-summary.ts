import { howOften } from "#app/domain/counted.ts";
import { formatDate, formatValue } from "../format.ts";
import type { MeasureSeries } from "./measure-series.ts";

/** The chart in a sentence or three: "40% on 1 March 2026, from 12% at the start. The target is 50% by 1 June 2027." */
export function progressSummary(series: MeasureSeries): string {
  const value = (amount: number) => formatValue(amount, series.unit);
  const latest = [...series.readings].sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  const target = series.targets.at(-1);
  const start = series.baseline ? `, from ${value(series.baseline.value)} at the start` : "";
  const moved = series.targets.length - 1;
  return [
    latest ? `${value(latest.value)} on ${formatDate(latest.on)}${start}.` : "No readings yet.",
    target
      ? `The target is ${value(target.value)} or ${series.direction === "up" ? "more" : "less"} by ${formatDate(target.dueOn)}.`
      : "No target is set.",
    ...(moved > 0 ? [`It has been moved ${howOften(moved)}.`] : []),
  ].join(" ");
}
