import type { Lane as FoldedLane } from "#app/domain/journey/lanes.ts";
import type { Lane } from "../charts/lane.ts";
import { commitmentPath } from "./journey-links.ts";
import { standingWords } from "./standing-words.ts";

/** A folded lane as the strip draws it. */
export function laneOf(
  { commitment, stretches, moments }: FoldedLane,
  base: string,
  organisation: string,
): Lane {
  return {
    id: commitment.id,
    title: commitment.title,
    href: commitmentPath(base, commitment.id),
    segments: stretches,
    marks: moments.map(({ on, mark, words }) => ({ on, kind: mark, label: words })),
    dueOn: commitment.dueOn,
    status: { kind: commitment.standing.mark, word: standingWords(commitment.standing, organisation) },
  };
}
