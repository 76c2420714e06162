import type { Finding, PreflightItem, PreflightSheet } from "./preflight.ts";
import type { CheckedSession } from "./check-session.ts";

/** The parts of a plan by the name that readers know them by, each as text to compare. */
export type DecidedPlan = Readonly<Record<string, string>>;

/** What a decision is about: the parts which, once changed, ask for a new one. @param leading ids of those who lead it */
export function planOf(
  session: CheckedSession,
  sheet: PreflightSheet,
  leading: readonly string[],
): Record<string, string> {
  return {
    "the time": [session.startsAt, session.endsAt, String(session.daily ?? false)].join(" "),
    "the breaks": session.breaks.map(({ start, end }) => `${start}/${end}`).join(" "),
    "the place": [String(session.online), session.place, ...[...session.facilities].sort()].join(" "),
    "who is expected": [...session.traditions].sort().join(" "),
    "the food": JSON.stringify([session.catering, session.dishes ?? [], session.separateServing ?? false]),
    "whether racism will be discussed": sheet.racismDiscussed,
    "who leads it": [sheet.twoRacialised, ...[...leading].sort()].join(" "),
  };
}

export interface Lapse {
  /** Parts that changed since, by name. */
  changed: string[];
  /** Items that were in order then, and no more. */
  newFaults: PreflightItem[];
}

/**
 * Why a decision to go ahead holds no more, or undefined while it stands. A decision made before plans were kept is judged
 * by its findings alone.
 */
export function lapseOf(
  decision: { outcome: string; plan: DecidedPlan; findings: readonly Finding[] } | undefined,
  plan: DecidedPlan,
  found: readonly Finding[],
): Lapse | undefined {
  if (!decision || decision.outcome === "not-yet") return undefined;
  const changed = Object.keys(decision.plan).filter((part) => decision.plan[part] !== plan[part]);
  const known = new Set(decision.findings.map(({ item }) => item));
  const newFaults = found.flatMap(({ item }) => (known.has(item) ? [] : [item]));
  return changed.length + newFaults.length > 0 ? { changed, newFaults } : undefined;
}
