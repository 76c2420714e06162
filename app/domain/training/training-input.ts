import { z } from "zod";
import { day, optionalWords, words } from "../commitment/fields.ts";
import { pounds } from "../money/pounds.ts";
import { topics, type Topic } from "./training.ts";

export const topicNames: Record<Topic, string> = {
  racism: "Racism",
  microaggressions: "Microaggressions",
  "trauma-informed-practice": "Trauma-informed practice",
  "holding-challenge": "Holding challenge",
  allyship: "Allyship",
  access: "Access",
};

export const FacilitatorInput = z.object({
  label: words("Give a working name or a reference.", 120),
  basis: z.enum(["internal", "external"], "Say whether they are staff or come from outside."),
  recommendedBy: optionalWords(200),
});
export type FacilitatorInput = z.input<typeof FacilitatorInput>;

/** A course as kept; the form's amounts in pounds are read by `CourseForm`. */
export const CourseInput = z.object({
  title: words("Name the course.", 160),
  provider: words("Say who gives it.", 160),
  topics: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.enum(topics, "Choose topics from the list.")).min(1, "Say what it covers."),
  ),
  hours: z
    .number("Give the length in hours.")
    .positive("Give the length in hours.")
    .max(500, "Give the length in hours."),
  costPence: z.int().min(0, "A cost cannot be below £0."),
  designedBy: words("Say who designed it.", 300),
  livedExperiencePaid: z.enum(
    ["yes", "no", "not-known"],
    "Say whether people with lived experience were paid to design it.",
  ),
  validMonths: z
    .int("Give the months after which it should be refreshed.")
    .min(1, "Give at least one month.")
    .max(60, "Training is refreshed within five years: give 60 months or fewer."),
});
export const CourseForm = CourseInput.omit({ costPence: true }).extend({
  cost: pounds("Give the cost; 0 if it is free."),
});

export const CompletionInput = z.object({
  facilitatorId: z.uuid("Choose a facilitator."),
  courseId: z.uuid("Choose a course."),
  completedOn: day("Give the day on which it was completed."),
  evidence: words("Say what shows it: a certificate's number, the trainer's note.", 500),
});
export type CompletionInput = z.input<typeof CompletionInput>;

/** What changed in practice, once 3 or 12 months have passed. */
export const ChangeInput = z.object({
  completionId: z.uuid(),
  askedFor: z.enum(["3-months", "12-months"]),
  text: words("Say what changed in practice, or that nothing did.", 2000),
});
export type ChangeInput = z.input<typeof ChangeInput>;

const Plan = z.object({
  title: words("Say what is planned.", 160),
  bidId: z.uuid("Choose a bid from the list.").optional(),
  /** Needed for what is no bid on file. */
  project: optionalWords(160),
  fundLineId: z.uuid("Choose a budget line from the list.").optional(),
  plannedPence: z.int().min(0),
  plannedBy: day("Give the day by which it is planned."),
});
const belongs = (plan: { bidId?: string | undefined; project: string }) =>
  plan.bidId !== undefined || plan.project !== "";
const nowhere = { path: ["project"], message: "Choose the bid it belongs to, or name the project." };
const once = (plan: { bidId?: string | undefined; project: string }) =>
  plan.bidId === undefined || plan.project === "";
const twice = {
  path: ["project"],
  message: "It belongs to the bid that you chose. Leave this empty, or choose no bid.",
};
export const PlanInput = Plan.refine(belongs, nowhere).refine(once, twice);
export const PlanForm = Plan.omit({ plannedPence: true })
  .extend({ planned: pounds("Give the amount; 0 if none is set aside.") })
  .refine(belongs, nowhere)
  .refine(once, twice);

export const SpendInput = z.object({
  planId: z.uuid("Choose a plan."),
  amountPence: z.int().min(1),
  spentOn: day("Give the day on which it was spent."),
  note: optionalWords(300),
});
export const SpendForm = SpendInput.omit({ amountPence: true }).extend({
  amount: pounds("Give the amount.", 1),
});
