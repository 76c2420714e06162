import type { PreflightItem } from "./preflight-items.ts";
import type { Finding, PreflightSheet } from "./preflight.ts";
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

/**
 * The day of the decision that let a session go ahead before it was announced, or undefined: the last one made on or before
 * that day, if it said go and the plan is still the one that was decided on.
 * @param decisions oldest first
 * @param before ISO date of the invitation; when absent, every decision counts
 */
export function clearedOn(
  decisions: readonly { outcome: string; plan: DecidedPlan; decidedOn: string }[],
  plan: DecidedPlan,
  before: string | undefined,
): string | undefined {
  const last = lastUpTo(decisions, before);
  if (!last || last.outcome === "not-yet") return undefined;
  return lapseOf({ ...last, findings: [] }, plan, []) ? undefined : last.decidedOn;
}

/** Whether the last decision up to a day said that it may go ahead, whatever changed in the plan afterwards. @param decisions oldest first */
export function saidGo(
  decisions: readonly { outcome: string; decidedOn: string }[],
  before: string | undefined,
): boolean {
  const last = lastUpTo(decisions, before);
  return last !== undefined && last.outcome !== "not-yet";
}

function lastUpTo<D extends { decidedOn: string }>(decisions: readonly D[], before: string | undefined) {
  return decisions.filter(({ decidedOn }) => !before || decidedOn <= before).at(-1);
}
