import type { Finding } from "./preflight.ts";

export const outcomes = ["go", "go-with-reasons", "not-yet"] as const;
export type Outcome = (typeof outcomes)[number];

/** The shortest reason that says anything. */
const shortestReason = 10;

/**
 * Which decision may be made. Go needs every item in order, and nothing that was let be; with reasons, a written one for
 * each that is not.
 * @param accepted conflicts that were accepted with a reason when the session was planned
 * @returns sentences by item, empty when the decision stands
 */
export function refuseDecision(
  outcome: Outcome,
  found: readonly Finding[],
  reasons: Readonly<Record<string, string>>,
  accepted: readonly string[] = [],
): Record<string, string[]> {
  if (outcome === "not-yet") return {};
  if (outcome === "go") return refuseGo(found.length, accepted.length);
  return Object.fromEntries(
    found
      .filter(({ item }) => (reasons[item] ?? "").trim().length < shortestReason)
      .map(({ item, fault }) => [`reasons.${item}`, [`Write why it goes ahead although: ${fault}`]]),
  );
}

function refuseGo(open: number, accepted: number): Record<string, string[]> {
  if (open > 0)
    return {
      outcome: [
        open === 1
          ? "1 item is not in order. Put it right, or accept it with a written reason."
          : `${open} items are not in order. Put them right, or accept each with a written reason.`,
      ],
    };
  return accepted > 0
    ? { outcome: ["It meets what was accepted with a reason. Choose “Go, with accepted reasons”."] }
    : {};
}
