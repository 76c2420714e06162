import { type Decision, decidedWords } from "#app/domain/review/review.ts";
import { formatDate } from "../format.ts";

/** Where the board's decision stands, and whether it still counts. */
export function standingSentence(
  standing: { decision: Decision; decidedOn: string; lapsed: boolean } | undefined,
): { sentence: string; lapsed: boolean } {
  if (!standing) return { sentence: "The board has not decided on this yet.", lapsed: false };
  const { decision, decidedOn, lapsed } = standing;
  return { sentence: `${decidedWords[decision]} on ${formatDate(decidedOn)}.`, lapsed };
}
