import { z } from "zod";
import { changeReason, day, optionalWords, words } from "./fields.ts";

/** `framework@version/recommendation`, as a form's tick box sends it. */
export const RecommendationKey = z
  .string()
  .regex(/^[a-z0-9-]+@[0-9A-Za-z.-]+\/[a-z0-9-]+$/, "Choose recommendations from the list.");

/** A promise as somebody writes it, in the order of its form: what is wrong is said in that order too. Lengths are those of the public record's `CommitmentContent`. */
export const CommitmentInput = z
  .object({
    title: words("Give the promise a short title.", 120),
    what: words("Say what you promise to do.", 4000),
    why: optionalWords(4000),
    forWhom: words("Say who it is for.", 1000),
    answerable: words("Say which role answers for it, such as Director of Nursing.", 200),
    answerableName: optionalWords(200),
    startOn: day("Give the day it starts."),
    dueOn: day("Give the day it is due."),
    recommendations: z.array(RecommendationKey).max(50, "Choose 50 recommendations or fewer.").default([]),
    reason: changeReason,
  })
  .refine((input) => input.startOn <= input.dueOn, {
    path: ["dueOn"],
    message: "The due date is before the start. Give a later due date or an earlier start.",
  });
export type CommitmentInput = z.input<typeof CommitmentInput>;

export type RecommendationReference = { framework: string; id: string };

export function recommendationKey({ framework, id }: RecommendationReference): string {
  return `${framework}/${id}`;
}

/** @param key one that `RecommendationKey` accepted */
export function recommendationReference(key: string): RecommendationReference {
  const [framework = "", id = ""] = key.split("/");
  return { framework, id };
}
