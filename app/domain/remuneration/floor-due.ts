import { writtenDay } from "../dates/written-day.ts";
import { formatPence } from "../money/format.ts";
import type { Rate } from "./rate.ts";

export type FloorKind = "real-living-wage" | "national-living-wage";

/**
 * When each floor changes. The real Living Wage is announced in October: from the first of November the new one can be known.
 * The National Living Wage changes on the first of April.
 */
const calendar: Record<FloorKind, { name: string; begins: string; due: string; told: string }> = {
  "real-living-wage": {
    name: "real Living Wage",
    begins: "10",
    due: "11-01",
    told: "A new one is announced each October",
  },
  "national-living-wage": {
    name: "National Living Wage",
    begins: "04",
    due: "04-01",
    told: "A new one begins each April",
  },
};

/** A floor whose newest year is over, with the day since when another one has been due. */
export type DueFloor = { kind: FloorKind; dueOn: string; sentence: string };

/**
 * The floors of which a newer year is due by a day and not entered: an old figure is used on, and never silently.
 * @param on ISO date: today, or the day that an offer is for
 */
export function floorsDue(rates: readonly Rate[], on: string): DueFloor[] {
  return (Object.keys(calendar) as FloorKind[]).flatMap((kind) => {
    const { name, told } = calendar[kind];
    const newest = newestByPlace(rates, kind);
    const dues = newest.map((rate) => ({ rate, dueOn: dueAfter(kind, rate.from) }));
    const late = dues.filter(({ dueOn }) => dueOn <= on);
    const [first] = late;
    if (!first) return [];
    const known = late.map(({ rate }) => figure(kind, rate)).join(", ");
    const sentence =
      `The newest ${name} here is that of ${yearOf(kind, first.rate.from)} (${known}). ` +
      `${told}, and one has been due since ${writtenDay(first.dueOn)}: enter the new rate with its source under Rates.`;
    return [{ kind, dueOn: first.dueOn, sentence }];
  });
}

function newestByPlace(rates: readonly Rate[], kind: FloorKind): Rate[] {
  const newest = new Map<Rate["place"], Rate>();
  for (const rate of rates)
    if (rate.kind === kind && !((newest.get(rate.place)?.from ?? "") > rate.from))
      newest.set(rate.place, rate);
  return [...newest.values()].sort((a, b) => b.place.localeCompare(a.place));
}

/** The year that a rate belongs to, however late in it somebody began to pay it. */
function startYear(kind: FloorKind, from: string): number {
  const year = Number(from.slice(0, 4));
  return from.slice(5, 7) >= calendar[kind].begins ? year : year - 1;
}

function dueAfter(kind: FloorKind, from: string): string {
  return `${startYear(kind, from) + 1}-${calendar[kind].due}`;
}

function yearOf(kind: FloorKind, from: string): string {
  const year = startYear(kind, from);
  return `${year}-${String(year + 1).slice(2)}`;
}

function figure(kind: FloorKind, { place, pencePerHour }: Rate): string {
  const where = kind === "national-living-wage" ? "" : place === "london" ? " in London" : " in the UK";
  return `${formatPence(pencePerHour)} an hour${where}`;
}
