import { type Day } from "./days.ts";

/** How sure a date is: set by rule, worked out, foreseen before a sighting, or announced by the authority named. */
export type Status = "fixed" | "calculated" | "predicted" | "announced";

/** One day on which an observance may be kept. `end` is its last civil day when it lasts longer than one. */
export interface DatedDay {
  day: Day;
  end?: Day;
  authority: string;
  status: Status;
}

/** Rival dates of one occurrence; the most likely in the United Kingdom comes first. */
export type Occurrence = DatedDay[];

/** One observance and how its days are found. Occurrences belong to the civil year of their first date. */
export interface Rule {
  tradition: string;
  id: string;
  occurrences(year: number): Occurrence[];
}

/** An occurrence without its repeated days: the first naming of a day wins. */
export function withoutRepeats(days: DatedDay[]): Occurrence {
  return days.filter((one, index) => days.findIndex((other) => other.day === one.day) === index);
}

/** A rule with one undisputed day a year, or none. */
export function oneDay(
  tradition: string,
  id: string,
  authority: string,
  find: (year: number) => Day | undefined,
  options: { status?: Status; length?: number } = {},
): Rule {
  return {
    tradition,
    id,
    occurrences(year) {
      const day = find(year);
      if (day === undefined) return [];
      const end = options.length && options.length > 1 ? { end: day + options.length - 1 } : {};
      return [[{ day, ...end, authority, status: options.status ?? "calculated" }]];
    },
  };
}
