import type { z } from "zod";
import { Refusal, type FieldErrors } from "./refusal.ts";

/**
 * The input as the schema gives it back: trimmed, with its defaults. Operations call it, so that a page, a seed and the
 * command line are held to the same rules.
 * @throws Refusal (400) that names each field with what is wrong; `form` for what concerns several
 */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  return checkedTogether([schema, input])[0];
}

/**
 * Several checks of what one form holds, so that everything that is wrong is said at once.
 * @returns what each schema gives back, in the same order
 * @throws Refusal (400) with the fields of all that do not pass
 */
export function checkedTogether<Schemas extends z.ZodType[]>(
  ...checks: { [Position in keyof Schemas]: [schema: Schemas[Position], input: unknown] }
): { [Position in keyof Schemas]: z.output<Schemas[Position]> } {
  const parsed = checks.map(([schema, input]) => schema.safeParse(input));
  const fields: FieldErrors = {};
  for (const issue of parsed.flatMap(({ error }) => error?.issues ?? [])) {
    const field = issue.path.join(".") || "form";
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  if (Object.keys(fields).length > 0) throw Refusal.invalid(fields);
  return parsed.map(({ data }) => data) as { [Position in keyof Schemas]: z.output<Schemas[Position]> };
}
