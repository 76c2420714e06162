export type RoundState = "not-open" | "open" | "closed";

/**
 * Whether answers are taken. Findings are shown once a round is closed and not before: whoever watched them change
 * would see what the last person said.
 */
export function roundState(
  round: { opensOn: string; closesOn: string; closedAt: Date | string | null },
  today: string,
): RoundState {
  if (round.closedAt !== null || round.closesOn < today) return "closed";
  return round.opensOn > today ? "not-open" : "open";
}

/** Whether a round ends on the day it begins or later. @param round ISO dates */
export function inOrder(round: { opensOn: string; closesOn: string }): boolean {
  return round.closesOn >= round.opensOn;
}

export const closesBeforeItOpens = "The round closes before it opens. Give a later day.";

/** Most people invited in one step: more is a survey, and one page of links. */
const mostAtOnce = 200;

export function canInvite(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= mostAtOnce;
}

export const inviteSentence = `Invite from 1 to ${mostAtOnce} people at a time.`;
