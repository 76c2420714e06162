import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";

type Stored = string | number | null | undefined;

/** Name, what was typed (otherwise what is stored) and what is wrong, for one field of a form. */
export function fieldOf(reply: FormReply | undefined) {
  return (name: string, stored?: Stored) => ({
    name,
    defaultValue: typedOr(reply, name, stored),
    error: reply?.errors[name],
  });
}

/** The reply to one of several forms on a page, told apart by their hidden `intent`. */
export function replyTo(reply: FormReply | undefined, intent: string): FormReply | undefined {
  return reply?.values.intent === intent ? reply : undefined;
}

/** Pence as a form shows them: 123450 → "1234.50". */
export function inPounds(pence: number | null | undefined): string | undefined {
  return pence === null || pence === undefined ? undefined : (pence / 100).toFixed(2);
}

/** Codes with their words, as the options of a field. */
export function optionsFrom(names: Record<string, string>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
