import type { FieldErrors } from "./refusal.ts";

/** What an action gives back when a form cannot be accepted: everything typed (but no password), and what is wrong. */
export type FormReply = {
  /** As typed, by field name. */
  values: Record<string, unknown>;
  /** By field name; `form` is about the whole. */
  errors: FieldErrors;
  /** What somebody else saved in the meantime, for a 409. */
  theirs?: unknown;
};

/** What was typed into a field, otherwise what is stored: the `defaultValue` of an input. */
export function typed(reply: FormReply | undefined, name: string, stored: string | number = ""): string {
  if (!reply) return String(stored);
  const value = reply.values[name];
  return typeof value === "string" ? value : "";
}
