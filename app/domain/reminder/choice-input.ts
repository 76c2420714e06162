import { z } from "zod";

/** More than anybody's year has: a list beyond it is a mistake. */
const mostQuietDays = 120;

/** What a person chose. Quiet days are written one to a line. */
export const ChoiceInput = z.object({
  digest: z.enum(["weekly", "never"], "Choose whether you want the letter."),
  quietOn: z
    .string()
    .default("")
    .transform((text) => [...new Set(text.split(/[\s,;]+/).filter(Boolean))].sort())
    .pipe(
      z
        .array(z.iso.date("Write each day as year-month-day, such as 2026-03-31, one to a line."))
        .max(mostQuietDays, `Give at most ${mostQuietDays} days.`),
    ),
});
export type ChoiceInput = z.output<typeof ChoiceInput>;
