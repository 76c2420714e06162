import { z } from "zod";
import { day, optionalWords, words } from "../commitment/fields.ts";
import { isBlankOrBoilerplate } from "./explanation.ts";

export const noReasons = [
  "budget",
  "decided-against",
  "law",
  "leadership-change",
  "logistics",
  "outside-our-power",
  "other",
] as const;
export type NoReason = (typeof noReasons)[number];

export const noReasonNames: Record<NoReason, string> = {
  budget: "Money",
  "decided-against": "We decided against it",
  law: "The law",
  "leadership-change": "A change of leadership",
  logistics: "Place, time or equipment",
  "outside-our-power": "Outside our power",
  other: "Another reason",
};

export const answerKinds = ["we-did", "we-are-doing", "we-could-not"] as const;
export type AnswerKind = (typeof answerKinds)[number];

export const answerNames: Record<AnswerKind, string> = {
  "we-did": "We did",
  "we-are-doing": "We are doing",
  "we-could-not": "We could not",
};

/** What came of it. “We could not” without an explanation in plain words is not an answer. */
export const Answer = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal("we-did"),
      text: words("Say what changed.", 4000),
      since: day("Give the day since when it has changed."),
      evidence: optionalWords(500),
    }),
    z.object({
      kind: z.literal("we-are-doing"),
      text: words("Say what you are doing.", 4000),
      nextStep: words("Say what the next step is.", 500),
      by: day("Give the day by which the next step is taken."),
    }),
    z.object({
      kind: z.literal("we-could-not"),
      reason: z.enum(noReasons, "Choose why it could not be done."),
      text: words("Explain in plain words why not. People gave their time to say this.", 4000)
        .min(40, {
          error:
            "Explain in plain words why not: at least a sentence or two. People gave their time to say this.",
          abort: true,
        })
        .refine(
          (text) => !isBlankOrBoilerplate(text),
          "This explains nothing yet. Say what was decided, by whom and why, in words of your own.",
        ),
    }),
  ],
  "Choose what came of it.",
);
export type Answer = z.infer<typeof Answer>;
