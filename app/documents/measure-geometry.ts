import { daysBetween } from "#app/domain/dates/days.ts";
import { writtenDay } from "#app/domain/dates/written-day.ts";
import type { MeasureView } from "#app/domain/journey/measure-view.ts";
import { amount } from "#app/domain/publishing/amount.ts";

export type Point = { x: number; y: number };

/** A measure's progress as lines in a box: `readings` in order of time, `targets` as steps, each from when it held. */
export type MeasureGeometry = {
  width: number;
  height: number;
  readings: Point[];
  targets: [Point, Point][];
  labels: { x: number; y: number; text: string; end: boolean }[];
  axis: { x1: number; x2: number; y: number };
};

const left = 60;
const right = 14;
const top = 14;
const bottom = 24;

/** Points may lie on one day or at one value: then they stand in the middle. */
export function measureGeometry(measure: MeasureView, width: number, height: number): MeasureGeometry {
  const known = measure.readings.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]));
  const readings = measure.baseline ? [{ ...measure.baseline }, ...known] : known;
  const steps = measure.targets.flatMap(({ from, target }, index) => {
    if (!target) return [];
    const until = measure.targets[index + 1]?.from ?? target.by;
    return [{ from, until: until < from ? from : until, value: target.value }];
  });
  const days = [...readings.map(({ on }) => on), ...steps.flatMap(({ from, until }) => [from, until])].sort();
  const values = [...readings, ...steps].map(({ value }) => value);
  const [first = "1970-01-01", last = first] = [days[0], days.at(-1)];
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = daysBetween(first, last);
  const x = (on: string) =>
    left + (span === 0 ? 0.5 : daysBetween(first, on) / span) * (width - left - right);
  const y = (value: number) =>
    top + (high === low ? 0.5 : (high - value) / (high - low)) * (height - top - bottom);
  const axis = { x1: left, x2: width - right, y: y(0) };
  return {
    width,
    height,
    readings: readings.map(({ on, value }) => ({ x: x(on), y: y(value) })),
    targets: steps.map(({ from, until, value }) => [
      { x: x(from), y: y(value) },
      { x: x(until), y: y(value) },
    ]),
    labels: [
      { x: left - 8, y: y(high) + 4, text: amount(high, measure.unit), end: true },
      { x: left - 8, y: y(low) + 4, text: amount(low, measure.unit), end: true },
      { x: left, y: height - 6, text: writtenDay(first), end: false },
      { x: width - right, y: height - 6, text: writtenDay(last), end: true },
    ],
    axis,
  };
}
