import type { FormReply } from "#app/domain/form-reply.ts";
import { typedOr } from "../commitment/form-values.ts";

/** What every field of a form takes from the reply: its name, what was typed or is stored, and what is wrong. */
export function fieldOf(reply: FormReply | undefined, stored: Record<string, unknown> = {}) {
  return (name: string) => {
    const value = stored[name];
    const known = typeof value === "string" || typeof value === "number" ? value : "";
    return { name, defaultValue: typedOr(reply, name, known), error: reply?.errors[name] };
  };
}

/** The reply that belongs to one of several forms on a page. */
export function replyFor(reply: FormReply | undefined, intent: string): FormReply | undefined {
  return reply?.values.intent === intent ? reply : undefined;
}
