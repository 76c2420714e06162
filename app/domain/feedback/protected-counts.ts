import { fewestAnswers } from "./loop.ts";
import type { Happening } from "./open-door.ts";

/** What may be counted of a protected challenge; never its words. */
export type ProtectedFact = {
  id: string;
  receivedOn: string;
  answeredOn: string | null;
  /** By when the board owes an answer. */
  answerBy: string;
};

/** An answer to a check-in, in the order in which they came. */
export type CheckInFact = { challengeId: string; happened: Happening; answeredOn: string };

export type ProtectedCounts = { received: number; answered: number; late: number; reprisals: number | null };

/**
 * Protected challenges as the public, and so the team, may count them: up to the end of the month before, and in steps of
 * three, so that a number that moves tells neither that somebody has just spoken nor who. Null below three.
 * @param challenges oldest first
 * @param checkIns oldest first
 */
export function protectedCounts(
  challenges: readonly ProtectedFact[],
  checkIns: readonly CheckInFact[],
  today: string,
): ProtectedCounts | null {
  const month = firstOfMonth(today);
  const counted = inSteps(
    challenges.filter(({ receivedOn }) => receivedOn < month),
    ({ id }) => id,
  );
  if (counted.length === 0) return null;
  const cameBack = inSteps(
    checkIns.filter(({ answeredOn }) => answeredOn < month),
    ({ challengeId }) => challengeId,
  );
  const harmed = cameBack.filter(({ happened }) => happened === "yes").map(({ challengeId }) => challengeId);
  return {
    received: counted.length,
    answered: counted.filter(({ answeredOn }) => answeredOn !== null).length,
    late: counted.filter(({ answeredOn, answerBy }) => (answeredOn ?? today) > answerBy).length,
    reprisals: cameBack.length === 0 ? null : new Set(harmed).size,
  };
}

export function firstOfMonth(today: string): string {
  return `${today.slice(0, 7)}-01`;
}

/** The items up to the last point at which three or more different people had been added since the point before. */
function inSteps<Item>(items: readonly Item[], who: (item: Item) => string): Item[] {
  let kept = 0;
  let added = new Set<string>();
  items.forEach((item, position) => {
    added.add(who(item));
    if (added.size < fewestAnswers) return;
    kept = position + 1;
    added = new Set();
  });
  return items.slice(0, kept);
}
