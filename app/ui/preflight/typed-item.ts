import type { FormReply } from "#app/domain/form-reply.ts";
import type { PreflightItem } from "#app/domain/session/preflight-items.ts";
import type { Said } from "#app/domain/session/preflight.ts";

/** One field of an item: what was typed, otherwise what is stored. */
export function typedItem(
  reply: FormReply | undefined,
  item: PreflightItem,
  field: keyof Said,
  said: Said | undefined,
): string {
  if (!reply) return said?.[field] ?? "";
  const items = reply.values.items as Record<string, Record<string, unknown> | undefined> | undefined;
  const value = items?.[item]?.[field];
  return typeof value === "string" ? value : "";
}
