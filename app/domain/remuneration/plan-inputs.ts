import { z } from "zod";
import { day, optionalWords, words } from "../commitment/fields.ts";
import { pounds } from "../money/pounds.ts";
import { bidStages } from "./bid.ts";
import { isWageFloor, MOST_PENCE_PER_HOUR, wagePlaces } from "./rate.ts";

/** Forms of bids, rates, the cost of staff and turnouts. */
export const BidInput = z
  .object({
    title: words("Name the bid.", 160),
    funder: words("Name the funder.", 160),
    amountPence: pounds("Give the amount asked for."),
    stage: z.enum(bidStages, "Say how far the bid is."),
    questionFixedOn: day("Give the day on which the question was fixed.").optional(),
    submittedOn: day("Give the day on which the bid went in.").optional(),
    coProductionPence: pounds("Give the amount, or 0.").optional(),
    trainingPence: pounds("Give the amount, or 0.").optional(),
    whatChanged: optionalWords(4000),
  })
  .refine((bid) => (bid.coProductionPence ?? 0) + (bid.trainingPence ?? 0) <= bid.amountPence, {
    path: ["amountPence"],
    message: "Co-production and training together are more than the whole bid. Correct one of the amounts.",
  })
  .refine((bid) => !bid.questionFixedOn || !bid.submittedOn || bid.questionFixedOn <= bid.submittedOn, {
    path: ["questionFixedOn"],
    message: "The question is fixed at the latest when the bid goes in.",
  });

/** Published floors are part of Kept; here an organisation adds its own card, comparators, and floors of a new year. */
export const RateInput = z
  .object({
    kind: z.enum(
      ["own", "comparator", "real-living-wage", "national-living-wage"],
      "Say what kind of rate it is.",
    ),
    title: words("Name the rate.", 160),
    place: z.enum(wagePlaces, "Say where the rate applies."),
    role: optionalWords(120),
    activity: optionalWords(60),
    pencePerHour: pounds("Give the rate an hour.", 0, MOST_PENCE_PER_HOUR),
    from: day("Give the first day of the rate."),
    until: day("Give the last day of the rate.").optional(),
    source: words("Say where the rate comes from.", 300),
  })
  .refine((rate) => !rate.until || rate.until >= rate.from, {
    path: ["until"],
    message: "The rate cannot end before it begins.",
  })
  .refine((rate) => !isWageFloor(rate.kind) || rate.until, {
    path: ["until"],
    message:
      "Give the last day of a living wage, such as 31 March or 30 April: it is never used for the next year by itself.",
  });

const twoPlaces = "Use at most two places after the point.";
const hasTwoPlaces = (figure: number) => Math.abs(figure * 100 - Math.round(figure * 100)) < 1e-6;

export const StaffCostInput = z.object({
  title: words("Name the grade or role, not a person.", 120),
  salaryPence: pounds("Give the salary for a year.", 1),
  onCostsPercent: z
    .number("Give the on-costs in percent, such as 24.")
    .min(0, "On-costs are from 0 to 100 percent.")
    .max(100, "On-costs are from 0 to 100 percent.")
    .refine(hasTwoPlaces, twoPlaces),
  hoursPerWeek: z
    .number("Give the hours a week, such as 37.5.")
    .min(1, "Hours a week are from 1 to 80.")
    .max(80, "Hours a week are from 1 to 80.")
    .refine(hasTwoPlaces, twoPlaces),
  weeksPerYear: z
    .number("Give the weeks worked a year, such as 44.")
    .min(1, "Weeks worked a year are from 1 to 52.")
    .max(52, "Weeks worked a year are from 1 to 52.")
    .refine(hasTwoPlaces, twoPlaces),
  from: day("Give the day from which this holds."),
});

export const TurnoutInput = z.object({
  heldOn: day("Give the day of the session."),
  title: words("Name the session or meeting.", 160),
  tookPart: z
    .int("Give a whole number of people.")
    .min(0, "People cannot be fewer than 0.")
    .max(100_000, "That is more people than a session can hold. Check the number."),
});
