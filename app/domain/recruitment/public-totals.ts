import { z } from "zod";
import { Stage } from "./round.ts";

/** Stages whose exact number of people is public already, or was asked for, and where it stands. */
export const PublicTotals = z.object({
  stages: z
    .array(Stage, "Tick each stage whose exact total is public.")
    .min(1, "Tick each stage whose exact total is public."),
  where: z
    .string("Say where the exact total stands, such as a report and its page.")
    .trim()
    .min(1, "Say where the exact total stands, such as a report and its page.")
    .max(300, "Keep this to 300 characters."),
});
export type PublicTotals = z.infer<typeof PublicTotals>;
