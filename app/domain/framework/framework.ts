import { z } from "zod";

/** The format of a framework file, described for people in `docs/framework-format.md`. */

const words = (what: string, max: number) =>
  z
    .string(`Give ${what} as text.`)
    .trim()
    .min(1, `Give ${what}.`)
    .max(max, `Keep ${what} to ${max.toLocaleString("en-GB")} characters.`);

const slug = (what: string) =>
  z
    .string(`Give ${what} as text.`)
    .max(80, `Keep ${what} to 80 characters.`)
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      `Write ${what} in small letters, digits and hyphens, such as fair-pay.`,
    );

const pages = z
  .string("Give pages as text.")
  .regex(/^\d+(-\d+)?(, ?\d+(-\d+)?)*$/, "Write pages as numbers or ranges, such as 52-53 or 12, 40-41.");

/** The parts of the product that can serve a recommendation; `null` in a file where none does. */
export const modules = [
  "feedback",
  "liaison",
  "personas",
  "record",
  "recruitment",
  "remuneration",
  "scheduling",
  "training",
] as const;
export type Module = (typeof modules)[number];

export const SuggestedMeasure = z.strictObject({
  title: words("the measure's title", 200),
  unit: words("the measure's unit", 60),
  direction: z.enum(["up", "down"], "Say which way is better: “up” or “down”."),
  /** An indicator's id such as `feedback.reported-back`, or null for a figure entered by hand. */
  indicator: z
    .string("Name an indicator, or write null for a figure entered by hand.")
    .regex(
      /^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+$/,
      "Name an indicator as room.name, such as feedback.reported-back.",
    )
    .nullable(),
});
export type SuggestedMeasure = z.infer<typeof SuggestedMeasure>;

export const Recommendation = z.strictObject({
  id: slug("the recommendation's id"),
  number: z.int("Give the recommendation's number as a whole number.").min(1, "Numbers start at 1."),
  title: words("the recommendation's title", 120),
  text: words("the recommendation's text", 2000),
  forWhom: words("who it is for", 400),
  intent: words("its intent", 1000),
  /** `advocacy`: something one organisation argues for and cannot deliver by itself. */
  deliverable: z.enum(["organisation", "advocacy"], "Write “organisation” or “advocacy”."),
  module: z.enum(modules, `Name one of ${modules.join(", ")}, or write null.`).nullable(),
  sources: z
    .array(z.strictObject({ part: words("the part of the source", 200), pages }), "List the sources.")
    .min(1, "Name at least one source with its pages."),
  measures: z
    .array(SuggestedMeasure, "List the suggested measures, or write [].")
    .max(12, "Suggest 12 measures or fewer."),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const Framework = z.strictObject({
  format: z.literal(1, "This version of Kept reads format 1."),
  id: slug("the framework's id"),
  version: z
    .string("Give the version as text, in quotation marks.")
    .regex(
      /^[0-9A-Za-z][0-9A-Za-z.-]{0,19}$/,
      "Write the version in letters, digits, points and hyphens, such as 1.2.",
    ),
  title: words("the framework's title", 300),
  shortTitle: words("a short title", 60),
  published: z
    .string("Give the month it was published as text.")
    .regex(
      /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/,
      "Write the date as year-month or year-month-day, such as 2025-02.",
    ),
  publisher: words("the publisher", 200),
  authors: z.array(words("each author", 200), "List the authors.").min(1, "Name at least one author."),
  citation: z.strictObject({ text: words("the citation", 1000), pages }),
  ownership: words("who owns the source", 1000),
  credits: z.array(words("each credit", 500), "List the credits, or write []."),
  recommendations: z
    .array(Recommendation, "List the recommendations.")
    .min(1, "Give at least one recommendation.")
    .max(200, "Keep to 200 recommendations."),
});
export type Framework = z.infer<typeof Framework>;

/** `anti-racism-in-co-production@1.2`: what a commitment points at, so that a later version never changes an old promise. */
export function frameworkKey(framework: Pick<Framework, "id" | "version">): string {
  return `${framework.id}@${framework.version}`;
}

/** Which recommendation of which version a commitment answers; the shape that is published. */
export type RecommendationReference = { framework: string; id: string };

export function findRecommendation(
  frameworks: readonly Framework[],
  reference: RecommendationReference,
): Recommendation | undefined {
  return frameworks
    .find((framework) => frameworkKey(framework) === reference.framework)
    ?.recommendations.find((recommendation) => recommendation.id === reference.id);
}
