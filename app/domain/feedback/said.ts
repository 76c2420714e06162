import { z } from "zod";
import { day, optionalWords, words } from "../commitment/fields.ts";

export const sensitivities = ["open", "careful", "confidential"] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** What the people who spoke agreed may be shown of their words. Whatever they agreed, that something was said is counted. */
export const wordsUses = ["as-said", "in-summary", "not-published"] as const;
export type WordsUse = (typeof wordsUses)[number];

export const wordsUseNames: Record<WordsUse, string> = {
  "as-said": "Their words may be published",
  "in-summary": "Only a summary may be published",
  "not-published": "Nothing but that something was said",
};

const fields = {
  /** In their words, or words agreed with them. */
  words: words("Write what people said.", 4000),
  inTheirWords: z.boolean().default(false),
  byWhom: words("Say who said it as a group, such as “six members of the young people’s group”.", 300),
  people: z.int("Say how many people said it.").min(1, "At least one person said it.").max(1_000_000),
  askedFor: optionalWords(2000),
  sensitivity: z.enum(sensitivities, "Say how sensitive it is."),
  wordsUse: z.enum(wordsUses, "Say what people agreed may be published."),
  summary: optionalWords(2000),
};

type Use = { sensitivity: Sensitivity; wordsUse: WordsUse; summary: string };

const summaryNeeded = (said: Use) => said.wordsUse !== "in-summary" || said.summary !== "";
const mayBeShown = (said: Use) => said.sensitivity !== "confidential" || said.wordsUse === "not-published";
const summaryError = { path: ["summary"], message: "Write the summary that people agreed may be published." };
const showError = {
  path: ["wordsUse"],
  message: "What is confidential cannot be published. Choose that nothing but the count is shown.",
};

/** Something people said. No names: by whom is a sentence about a group. */
export const SaidInput = z
  .object({
    ...fields,
    sourceId: z.uuid("Choose the source."),
    saidOn: day("Give the day it was said."),
    /** Day it reached the organisation: the clock starts here, and the day cannot be changed later. */
    receivedOn: day("Give the day it reached you."),
  })
  .refine(summaryNeeded, summaryError)
  .refine(mayBeShown, showError)
  .refine((said) => said.saidOn <= said.receivedOn, {
    path: ["receivedOn"],
    message: "It cannot reach you before it was said.",
  });
export type SaidInput = z.input<typeof SaidInput>;

/** What may be corrected later. The days and the source stay: moving them would move the clock. */
export const SaidRevision = z
  .object(fields)
  .refine(summaryNeeded, summaryError)
  .refine(mayBeShown, showError);
export type SaidRevision = z.input<typeof SaidRevision>;
