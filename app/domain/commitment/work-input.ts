import { z } from "zod";
import { changeReason, day, optionalWords, words } from "./fields.ts";
import { statuses, updateKinds } from "./public.ts";

/** A dated step inside a commitment. Met and given up exclude each other. */
export const MilestoneInput = z
  .object({
    title: words("Say what the step is.", 200),
    dueOn: day("Give the day it is due."),
    metOn: day("Give the day it was met.").optional(),
    dropped: z.boolean().default(false),
    reason: changeReason,
  })
  .refine((input) => !(input.dropped && input.metOn), {
    path: ["metOn"],
    message: "A step is either met or given up. Clear the date or the tick.",
  })
  .refine((input) => !input.dropped || input.reason !== "", {
    path: ["reason"],
    message: "Say why the step is given up.",
  });
export type MilestoneInput = z.input<typeof MilestoneInput>;

export const UpdateInput = z.object({
  kind: z.enum(updateKinds, "Say what kind of update it is."),
  title: words("Give the update a title.", 200),
  text: words("Say what happened.", 6000),
  /** When it happened, which may be long before it is written down. */
  effectiveOn: day("Give the day it happened."),
  contentNote: optionalWords(300),
  reason: changeReason,
});
export type UpdateInput = z.input<typeof UpdateInput>;

export const StatusInput = z.object({
  status: z.enum(statuses, "Choose a status."),
  reason: words("Say why the status changes.", 2000),
  effectiveOn: day("Give the day from which it holds."),
});
export type StatusInput = z.input<typeof StatusInput>;

/** The organisation's own words about itself, first person plural. */
export const StatementInput = z.object({ statement: optionalWords(4000) });
