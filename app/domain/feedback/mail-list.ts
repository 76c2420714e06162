import { z } from "zod";

/** Email addresses, one on each line. Gives every line back, repeats too, so that they can be pointed out; names each that is none. */
export const MailList = z
  .string("Write at least one email address.")
  .max(50_000, "Send fewer addresses at a time.")
  .transform((text, context) => addressesIn(text, context))
  .refine((addresses) => addresses.length > 0, "Write at least one email address.");

/** The same where none is needed, without repeats. */
export const OptionalMailList = z
  .string()
  .max(50_000, "Send fewer addresses at a time.")
  .default("")
  .transform((text, context) => [...new Set(addressesIn(text, context))]);

function addressesIn(text: string, context: z.RefinementCtx): string[] {
  const lines = text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  for (const [position, line] of lines.entries())
    if (!z.email().safeParse(line).success)
      context.addIssue({
        code: "custom",
        message: `Line ${position + 1}, “${line.slice(0, 60)}”, is not an email address. Correct it or take it out.`,
      });
  return lines.map((line) => line.toLowerCase());
}
