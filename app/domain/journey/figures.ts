import type { CommitmentView } from "./commitment-view.ts";
import type { Move } from "./moves.ts";

/** The four figures that open a journey: what was promised, what is done, what changed on the way, what is still owed. */
export type Figures = {
  promised: number;
  done: number;
  /** Of those done: how many the people affected agree on, dispute, or have not been asked about (or too few answered). */
  agreed: number;
  disputed: number;
  unheard: number;
  targetsLowered: number;
  targetsRaised: number;
  datesMovedLater: number;
  datesMovedEarlier: number;
  dropped: number;
  triedWithoutSuccess: number;
  overdue: number;
  stalled: number;
};

export function figuresOf(commitments: readonly CommitmentView[], moves: readonly Move[]): Figures {
  const standing = commitments.map((commitment) => commitment.standing);
  const done = standing.filter(({ status }) => status === "done");
  const count = (kinds: readonly string[], fields: readonly string[], direction: string) =>
    moves
      .filter(({ version }) => kinds.includes(version.kind))
      .flatMap(({ differences }) => differences)
      .filter((difference) => fields.includes(difference.field) && difference.direction === direction).length;
  const dates = [
    ["commitment", "measure", "milestone"],
    ["Due", "Start", "Target date"],
  ] as const;
  return {
    promised: commitments.length,
    done: done.length,
    agreed: done.filter(({ agreement }) => agreement === "agreed").length,
    disputed: done.filter(({ agreement }) => agreement === "disputed").length,
    unheard: done.filter(({ agreement }) => agreement === "not-asked" || agreement === "too-few").length,
    targetsLowered: count(["measure"], ["Target"], "weakened"),
    targetsRaised: count(["measure"], ["Target"], "strengthened"),
    datesMovedLater: count(...dates, "weakened"),
    datesMovedEarlier: count(...dates, "strengthened"),
    dropped: standing.filter(({ status }) => status === "dropped").length,
    triedWithoutSuccess: standing.filter(({ status }) => status === "did-not-work").length,
    overdue: standing.filter(({ overdueDays }) => overdueDays > 0).length,
    stalled: standing.filter(({ status }) => status === "stalled").length,
  };
}
