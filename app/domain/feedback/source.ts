import { z } from "zod";
import { day, words } from "../commitment/fields.ts";

export const sourceKinds = ["open-form", "session", "story", "survey", "other"] as const;
export type SourceKind = (typeof sourceKinds)[number];

export const sourceNames: Record<SourceKind, string> = {
  "open-form": "Open form",
  session: "Session",
  story: "Story",
  survey: "Survey",
  other: "Other",
};

/** Where things people said came from. One source may hold many. */
export const SourceInput = z.object({
  kind: z.enum(sourceKinds, "Say what sort of source it is."),
  title: words("Name the source.", 200),
  heldOn: day("Give the day it was held or collected."),
  /** How many people took part. */
  people: z.int("Say how many people took part.").min(1, "At least one person took part.").max(1_000_000),
});
export type SourceInput = z.input<typeof SourceInput>;
