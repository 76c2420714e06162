import type { Line } from "#app/domain/session/preflight.ts";

/** How an item stands, in two words. */
export function lineState({ asked, fault, accepted, said }: Line): string {
  if (!asked) return "Not asked";
  if (fault) return "Still open";
  if (accepted) return "Accepted";
  return said?.state === "not-needed" ? "Not needed" : "In order";
}
