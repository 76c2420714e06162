import { z } from "zod";
import { changeReason, day, figure, optionalWords, words } from "./fields.ts";

/** How we will know. A baseline and a target each need both their figure and their day, or neither. */
export const MeasureInput = z
  .object({
    title: words("Say what is measured.", 200),
    unit: words("Give the unit, such as %, days or people.", 60),
    direction: z.enum(["up", "down"], "Say which way is better."),
    baselineValue: figure("Give the baseline as a number.").optional(),
    baselineOn: day("Give the day of the baseline.").optional(),
    targetValue: figure("Give the target as a number.").optional(),
    targetBy: day("Give the day of the target.").optional(),
    /** Missing: entered by hand. */
    indicator: z.string().max(120).optional(),
    retired: z.boolean().default(false),
    reason: changeReason,
  })
  .check((context) => {
    const { value: input, issues } = context;
    const demand = (path: string, message: string) =>
      issues.push({ code: "custom", path: [path], message, input });
    if (input.baselineValue !== undefined && !input.baselineOn)
      demand("baselineOn", "Give the day of the baseline too.");
    if (input.baselineOn && input.baselineValue === undefined)
      demand("baselineValue", "Give the baseline's figure too.");
    if (input.targetValue !== undefined && !input.targetBy)
      demand("targetBy", "Say by which day the target is to be met.");
    if (input.targetBy && input.targetValue === undefined)
      demand("targetValue", "Give the target's figure too.");
    if (input.baselineOn && input.targetBy && input.targetBy < input.baselineOn)
      demand("targetBy", "The target's day is before the baseline's. Give a later day.");
    if (input.retired && input.reason === "") demand("reason", "Say why it is no longer measured.");
  });
export type MeasureInput = z.input<typeof MeasureInput>;

/** A dated figure, typed by hand. */
export const ReadingInput = z.object({
  on: day("Give the day of the reading."),
  value: figure("Give the figure as a number."),
  numerator: figure("Give the count as a number.").optional(),
  denominator: figure("Give “out of” as a number.").positive("“Out of” must be more than 0.").optional(),
  note: optionalWords(2000),
});
export type ReadingInput = z.input<typeof ReadingInput>;

/** A reading put right: the wrong figure stays in the history with the reason. */
export const CorrectionInput = ReadingInput.extend({
  reason: words("Say what was wrong with the earlier figure.", 2000),
});
export type CorrectionInput = z.input<typeof CorrectionInput>;
