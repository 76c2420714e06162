import { z } from "zod";

export const SchemeId = z.enum(["ew-2021", "gss-18", "scotland-2022", "ni-2021"]);
export type SchemeId = z.infer<typeof SchemeId>;

/** The five groups of England and Wales, in the order tables use: alphabetical, Other last. */
export const FIVE_GROUPS = ["asian", "black", "mixed", "white", "other"] as const;
export type FiveGroup = (typeof FIVE_GROUPS)[number];

export interface Category {
  readonly id: string;
  /** As the scheme publishes it. */
  readonly label: string;
  /** The group of the five it belongs to, or null where the scheme does not allow the roll-up. */
  readonly five: FiveGroup | null;
  /** Other spellings met in spreadsheets. Case, punctuation and spaces do not count. */
  readonly aliases: readonly string[];
}

/** One census or harmonised list of ethnic groups. Counts under different schemes cannot be added or compared. */
export interface Scheme {
  readonly id: SchemeId;
  readonly name: string;
  /** Year of the question, and where it comes from. */
  readonly version: string;
  readonly categories: readonly Category[];
}

/**
 * Answers outside the scheme's list, kept apart from one another. `inDenominator` says whether they count among the
 * people whose ethnic group is known: those who described it themselves do, the other two do not. Show it wherever a
 * share is shown.
 */
export const NO_GROUP = {
  self_described: { label: "Described in their own words", inDenominator: true },
  prefer_not_to_say: { label: "Prefer not to say", inDenominator: false },
  not_recorded: { label: "Not recorded", inDenominator: false },
} as const;
export type NoGroup = keyof typeof NO_GROUP;
