import { daysBetween } from "../dates/days.ts";
import { plainKey } from "./plain-key.ts";
import type { Round } from "./round.ts";

type Exercise = Pick<Round, "title" | "body" | "openedOn" | "closedOn">;

/** Rounds of one name opened further apart than this are held year after year. */
export const SAME_WITHIN_DAYS = 180;

/**
 * Whether two rounds look like one exercise entered twice: for the same body, and of one name at about the same time or over
 * the very same days. Only the people who enter them can know; so this asks, and forbids nothing.
 */
export function looksLikeSameExercise(one: Exercise, other: Exercise): boolean {
  if (one.body !== other.body) return false;
  if (one.openedOn === other.openedOn && one.closedOn === other.closedOn) return true;
  const apart = Math.abs(daysBetween(one.openedOn, other.openedOn));
  return plainKey(one.title) === plainKey(other.title) && apart <= SAME_WITHIN_DAYS;
}
