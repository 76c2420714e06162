import { changeOverRounds, type OverRounds } from "./over-rounds.ts";
import type { Round } from "./round.ts";
import { SCHEMES } from "./schemes.ts";
import { countSelection, whiteAndAllOther } from "./selection.ts";

export type ShareOverRounds = OverRounds & {
  readonly rounds: readonly { title: string; on: string; x: number; n: number; percent: number }[];
};

/** Private: share of all other ethnic groups combined among the people appointed, round by round, oldest first. */
export function shareOverRounds(
  rounds: readonly Pick<Round, "title" | "openedOn" | "closedOn" | "scheme" | "counts">[],
): ShareOverRounds {
  const shares = rounds.flatMap(({ title, openedOn, closedOn, scheme, counts }) => {
    const { x, n } = countSelection(counts.appointed ?? {}, whiteAndAllOther(SCHEMES[scheme]).allOther);
    return n === 0
      ? []
      : [{ title, on: closedOn ?? openedOn, x, n, percent: Math.round((1000 * x) / n) / 10 }];
  });
  return { ...changeOverRounds(shares.map(({ percent }) => percent)), rounds: shares };
}
