import { z } from "zod";
import { daysBetween } from "../dates/days.ts";
import { writtenDay } from "../dates/written-day.ts";

/** Where a person lives or the work takes place, for wage floors. */
export const wagePlaces = ["uk", "london"] as const;
export type WagePlace = (typeof wagePlaces)[number];

/** More than anybody is paid for taking part; a higher figure is a slip of the keyboard. */
export const MOST_PENCE_PER_HOUR = 1_000_000;

/** One dated hourly rate. Rates are data with a source, never constants in a rule. */
export const Rate = z
  .object({
    id: z.string().min(1),
    kind: z.enum(["real-living-wage", "national-living-wage", "own", "comparator"]),
    title: z.string().trim().min(1).max(160),
    place: z.enum(wagePlaces),
    /** For own rates: which role and activity it pays for; empty means any. */
    role: z.string().trim().max(120).default(""),
    activity: z.string().trim().max(60).default(""),
    pencePerHour: z
      .int("Give the rate in whole pence.")
      .min(0, "A rate cannot be below £0.")
      .max(MOST_PENCE_PER_HOUR, "That is more than £10,000 an hour. Check the number."),
    from: z.iso.date("Give the first day of the rate as year-month-day."),
    /** Last day it applies; null while it is current. */
    until: z.iso.date("Give the last day of the rate as year-month-day.").nullable(),
    source: z.string().trim().min(1, "Say where the rate comes from.").max(300),
  })
  .refine((rate) => rate.until === null || rate.until >= rate.from, {
    path: ["until"],
    message: "The rate cannot end before it begins.",
  });
export type Rate = z.infer<typeof Rate>;

/**
 * The rate of a kind in force at a place on a day; where several are, the one that began last.
 * @throws RangeError with the day and what to do when none is known: an old rate is never used for a new year by itself
 */
export function rateOn(rates: readonly Rate[], kind: Rate["kind"], place: WagePlace, on: string): Rate {
  const inForce = rates
    .filter(
      (rate) => rate.kind === kind && rate.place === place && rate.from <= on && (rate.until ?? on) >= on,
    )
    .sort((a, b) => b.from.localeCompare(a.from));
  const [rate] = inForce;
  if (!rate)
    throw new RangeError(
      `No ${kind.replaceAll("-", " ")} is known for ${place === "uk" ? "the UK" : "London"} on ${writtenDay(on)}. ` +
        `Add the rate for that date, with its source, under Rates.`,
    );
  return rate;
}

/** Reads "£12.60" of an own rate card: most exact match of role and activity first. Undefined when the card is silent. */
export function ownRateOn(
  rates: readonly Rate[],
  role: string,
  activity: string,
  on: string,
): Rate | undefined {
  const fits = (given: string, asked: string) => given === "" || given.toLowerCase() === asked.toLowerCase();
  const exactness = (rate: Rate) => (rate.role ? 2 : 0) + (rate.activity ? 1 : 0);
  return rates
    .filter((rate) => rate.kind === "own" && fits(rate.role, role) && fits(rate.activity, activity))
    .filter((rate) => rate.from <= on && (rate.until ?? on) >= on)
    .sort((a, b) => exactness(b) - exactness(a) || b.from.localeCompare(a.from))[0];
}

/** Rates of a year that is announced: an old one is never carried on by itself, so that these need a last day. */
export function isWageFloor(kind: Rate["kind"]): boolean {
  return kind === "real-living-wage" || kind === "national-living-wage";
}

/** A floor is announced once a year, some weeks earlier or later; one that begins sooner than this is of the same year. */
const LEAST_DAYS_APART = 180;

/**
 * A floor that an organisation adds fills a year that is missing; it does not replace one that is published with Kept.
 * @returns a sentence when it would; undefined otherwise
 */
export function floorKnownAlready(
  known: readonly Rate[],
  added: Pick<Rate, "kind" | "place" | "from">,
): string | undefined {
  if (!isWageFloor(added.kind)) return undefined;
  const same = known.filter(({ kind, place }) => kind === added.kind && place === added.place);
  const starts = same.map(({ from }) => from).sort();
  const first = starts[0];
  const last = starts.at(-1);
  if (!first || !last || added.from < first || daysBetween(last, added.from) >= LEAST_DAYS_APART)
    return undefined;
  return `Kept knows this rate from ${writtenDay(first)} on. Add only a year that is missing: one that begins half a year or more after ${writtenDay(last)}, or before ${writtenDay(first)}.`;
}
