import { changeOverRounds, type OverRounds } from "./over-rounds.ts";
import type { Round } from "./round.ts";
import { SCHEMES } from "./schemes.ts";
import { countSelection, whiteAndAllOther } from "./selection.ts";

export type ShareOverRounds = OverRounds & {
  readonly rounds: readonly { title: string; on: string; x: number; n: number; percent: number }[];
};

/** Each body by itself: a board and a group are not one series. Bodies with one round have nothing to compare. */
export function sharesByBody(
  rounds: readonly Pick<Round, "title" | "body" | "openedOn" | "closedOn" | "scheme" | "counts">[],
): { readonly body: Round["body"]; readonly over: ShareOverRounds }[] {
  const bodies = [...new Set(rounds.map(({ body }) => body))];
  return bodies
    .map((body) => ({ body, over: shareOverRounds(rounds.filter((round) => round.body === body)) }))
    .filter(({ over }) => over.rounds.length > 1);
}

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
