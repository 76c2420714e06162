import { epochDay } from "../format.ts";

/** A dated value of a measure; dates are ISO. */
export type Reading = { on: string; value: number; note?: string };

/** What was promised from a date on; a moved target is the next item, with its reason. */
export type TargetStep = { from: string; value: number; dueOn: string; why?: string };

export type MeasureSeries = {
  id: string;
  title: string;
  /** "%", "£", "days", or empty. */
  unit: string;
  direction: "up" | "down";
  baseline?: Reading;
  readings: Reading[];
  /** Oldest first. */
  targets: TargetStep[];
};

/** One row of the plot: `day` in days since 1970. A row without a value for a line leaves that line as it was. */
export type PlotRow = { day: number; reading?: number; target?: number };

/**
 * The rows that recharts draws. The target holds from the day it was promised until it was moved, and the last one runs
 * to its due date: a moved target is a step, and the old one is never redrawn.
 */
export function plotRows(series: MeasureSeries): PlotRow[] {
  const rows = new Map<number, PlotRow>();
  const put = (on: string, value: Omit<PlotRow, "day">) => {
    const day = epochDay(on);
    rows.set(day, { ...rows.get(day), day, ...value });
  };
  for (const reading of [...(series.baseline ? [series.baseline] : []), ...series.readings]) {
    put(reading.on, { reading: reading.value });
  }
  for (const target of series.targets) put(target.from, { target: target.value });
  const last = series.targets.at(-1);
  if (last) {
    const end = [last.dueOn, ...series.readings.map((reading) => reading.on)].sort().at(-1) ?? last.dueOn;
    put(end, { target: last.value });
  }
  return [...rows.values()].sort((a, b) => a.day - b.day);
}

/** Round values that hold all the data, from 0 unless something is below it: at most `count` + 1 of them, evenly apart. */
export function valueTicks(rows: PlotRow[], count = 4): number[] {
  const values = rows.flatMap((row) => [row.reading, row.target].filter((value) => value !== undefined));
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const rough = (high - low || 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    ([1, 2, 2.5, 5, 10].find((multiple) => multiple * power >= rough - power * 1e-9) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil((high || step) / step);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** First days of months for the time axis, at most `count`, with their days since 1970. */
export function dayTicks(rows: PlotRow[], count: number): number[] {
  const first = rows[0]?.day ?? 0;
  const last = rows.at(-1)?.day ?? first;
  const monthOf = (day: number) => {
    const date = new Date(day * 86_400_000);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  };
  const months = monthOf(last) - monthOf(first);
  const step = [1, 2, 3, 6, 12, 24, 60].find((each) => months / each <= count) ?? 120;
  const ticks: number[] = [];
  for (let month = Math.ceil(monthOf(first) / step) * step; month <= monthOf(last); month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000;
    if (day >= first) ticks.push(day);
  }
  return ticks;
}
