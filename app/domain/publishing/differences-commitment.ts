import type { CommitmentContent } from "../commitment/public.ts";
import { movedDate } from "./date-difference.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/**
 * A date moved later or a recommendation no longer answered weakens a promise. Software cannot judge an edited promise,
 * title or “who it is for”, so each demands a reason. Who answers for it may change freely, in sight.
 */
export function commitmentDifferences(before: CommitmentContent, after: CommitmentContent): Difference[] {
  return [
    ...movedDate("Due", before.dueOn, after.dueOn),
    ...movedDate("Start", before.startOn, after.startOn),
    ...reworded("Title", before.title, after.title),
    ...reworded("What we promise", before.what, after.what),
    ...reworded("Who it is for", before.forWhom, after.forWhom),
    ...recommendationDifferences(before, after),
    ...noted("Why we promise it", before.why, after.why),
    ...noted("Who answers for it", before.answerable, after.answerable),
    ...namedDifferences(before.answerableName, after.answerableName),
  ];
}

// Somebody who no longer wishes to be named is not named once more by the change itself.
function namedDifferences(was: string | undefined, now: string | undefined): Difference[] {
  return was === now
    ? []
    : noted("Named person", was ? "somebody named" : "nobody named", now ?? "nobody named");
}

function recommendationDifferences(before: CommitmentContent, after: CommitmentContent): Difference[] {
  const was = before.recommendations.map(reference).sort();
  const now = after.recommendations.map(reference).sort();
  const lost = was.some((one) => !now.includes(one));
  if (!lost && now.length === was.length) return [];
  return [
    {
      field: "Recommendations it answers",
      direction: lost ? "weakened" : "strengthened",
      was: was.join(", ") || "none",
      now: now.join(", ") || "none",
    },
  ];
}

function reference({ framework, id }: { framework: string; id: string }): string {
  return `${id} (${framework})`;
}
