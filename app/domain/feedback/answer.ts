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

const since = day("Give the day since when it has changed.");
const by = day("Give the day by which the next step is taken.");

const weDid = z.object({
  kind: z.literal("we-did"),
  text: words("Say what changed.", 4000),
  since,
  evidence: optionalWords(500),
});
const weAreDoing = z.object({
  kind: z.literal("we-are-doing"),
  text: words("Say what you are doing.", 4000),
  nextStep: words("Say what the next step is.", 500),
  by,
});
const weCouldNot = z.object({
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
});
const ask = "Choose what came of it.";

/** What came of it. “We could not” without an explanation in plain words is not an answer. */
export const Answer = z.discriminatedUnion("kind", [weDid, weAreDoing, weCouldNot], ask);
export type Answer = z.infer<typeof Answer>;

/** An answer as it is given on `today`: nothing is done before it happened, and no next step is in the past. */
export function answerGivenOn(today: string) {
  return z.discriminatedUnion(
    "kind",
    [
      weDid.extend({
        since: since.refine(
          (iso) => iso <= today,
          "What has not happened yet is not done. Choose “We are doing”.",
        ),
      }),
      weAreDoing.extend({
        by: by.refine(
          (iso) => iso >= today,
          "That day has passed. Give the day by which the next step is taken.",
        ),
      }),
      weCouldNot,
    ],
    ask,
  );
}

/** Why an answer that stands is revised; published beside it. */
export const RevisedBecause = z.object({
  why: words("Say in a sentence why the answer is revised. It is published.", 1000).min(
    10,
    "Say in a sentence why the answer is revised. It is published.",
  ),
});
/** Nothing stood before, so nothing is revised. */
export const FirstAnswer = z.object({ why: z.unknown().transform(() => "") });
