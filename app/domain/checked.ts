import type { z } from "zod";
import { Refusal, type FieldErrors } from "./refusal.ts";

/**
 * The input as the schema gives it back: trimmed, with its defaults. Operations call it, so that a page, a seed and the
 * command line are held to the same rules.
 * @throws Refusal (400) that names each field with what is wrong; `form` for what concerns several
 */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: FieldErrors = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join(".") || "form";
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  throw Refusal.invalid(fields);
}
