import type { FormReply } from "#app/domain/form-reply.ts";

/** What was typed, otherwise what is stored, for a field that may be empty. */
export function typedOr(
  reply: FormReply | undefined,
  name: string,
  stored: string | number | null | undefined,
): string {
  if (!reply) return stored === null || stored === undefined ? "" : String(stored);
  const value = reply.values[name];
  return typeof value === "string" ? value : "";
}

/** The same for tick boxes that share a name. */
export function typedList(reply: FormReply | undefined, name: string, stored: readonly string[]): string[] {
  if (!reply) return [...stored];
  const value = reply.values[name];
  if (Array.isArray(value)) return value.filter((one) => typeof one === "string");
  return typeof value === "string" ? [value] : [];
}

/**
 * The version a form saves over. After a conflict it is the stored one, so that saving again goes on top; after any other
 * error it stays the one the form was opened with, so that nobody's save is overwritten unseen.
 */
export function versionOf(reply: FormReply | undefined, stored: number): string {
  if (!reply || reply.theirs !== undefined) return String(stored);
  return typedOr(reply, "version", stored);
}
