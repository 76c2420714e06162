import { protectCount, requirePeople, SMALLEST_DENOMINATOR, type ProtectedCount } from "./rule.ts";

/** A share as it may be published: `percent` is a whole number, or null when it must not be given. */
export interface ProtectedShare {
  readonly part: ProtectedCount;
  readonly whole: ProtectedCount;
  readonly percent: number | null;
  readonly rule: "from-rounded-counts" | "part-hidden" | "fewer-than-23";
}

/**
 * Percentage of two figures already protected, worked out from what is published and never from the counts beneath,
 * so that it cannot say more than they do.
 */
export function shareOf(part: ProtectedCount, whole: ProtectedCount): ProtectedShare {
  if (whole.kind === "hidden" || whole.value < SMALLEST_DENOMINATOR) {
    return { part, whole, percent: null, rule: "fewer-than-23" };
  }
  if (part.kind === "hidden") return { part, whole, percent: null, rule: "part-hidden" };
  const percent = Math.min(100, Math.round((100 * part.value) / whole.value));
  return { part, whole, percent, rule: "from-rounded-counts" };
}

/** `part` people of `whole`, under the default rule. Throws RangeError unless 0 <= part <= whole, whole numbers. */
export function protectShare(part: number, whole: number): ProtectedShare {
  requirePeople("The part", part);
  requirePeople("The whole", whole);
  if (part > whole) throw new RangeError(`The part (${part}) must not be more than the whole (${whole}).`);
  // The few left over are as easy to find by subtraction as the few counted.
  const left = protectCount(whole - part);
  const shown = left.kind === "hidden" && part > 0 ? hiddenWith(protectCount(part)) : protectCount(part);
  return shareOf(shown, protectCount(whole));
}

function hiddenWith(count: ProtectedCount): ProtectedCount {
  return count.kind === "hidden" ? count : { kind: "hidden", symbol: "!", rule: "protects-another" };
}
