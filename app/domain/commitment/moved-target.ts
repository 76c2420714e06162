import { writtenDay } from "../dates/written-day.ts";

/** The part of a stored row that can move: a measure's target, or a promise's due date. */
export type Movable = {
  title?: unknown;
  unit?: unknown;
  targetValue?: unknown;
  targetBy?: unknown;
  dueOn?: unknown;
};

/**
 * What moved between two stored versions of a measure or a promise, in words; undefined when no target and no due date did.
 * A first target is set, not moved.
 */
export function movedTarget(
  before: Movable,
  after: Movable,
): { measure: string; was: string; now: string } | undefined {
  const was = targetWords(before);
  const now = targetWords(after);
  if (was === undefined || was === now) return undefined;
  return { measure: String(before.title ?? "Target"), was, now: now ?? "no target" };
}

function targetWords({ unit, targetValue, targetBy, dueOn }: Movable): string | undefined {
  if (typeof dueOn === "string") return `due ${writtenDay(dueOn)}`;
  if (typeof targetValue !== "number" || typeof targetBy !== "string") return undefined;
  return `${targetValue} ${String(unit ?? "")} by ${writtenDay(targetBy)}`;
}
