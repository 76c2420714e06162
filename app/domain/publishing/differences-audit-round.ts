import type { AuditRoundContent } from "../audit/public.ts";
import { reworded, type Difference } from "./difference.ts";

/** Showing fewer questions of a published round hides what people said: that weakens, and demands a reason. */
export function auditRoundDifferences(before: AuditRoundContent, after: AuditRoundContent): Difference[] {
  const was = before.questions.map(({ title }) => title);
  const now = after.questions.map(({ title }) => title);
  const shown: Difference[] =
    was.join() === now.join()
      ? []
      : [
          {
            field: "Questions shown",
            direction: was.every((title) => now.includes(title)) ? "strengthened" : "weakened",
            was: was.join("; ") || "none",
            now: now.join("; ") || "none",
          },
        ];
  return [
    ...shown,
    ...reworded("Round", before.title, after.title),
    ...reworded("What people said", answersOf(before, after), answersOf(after, before)),
    ...reworded("Closed", before.closedOn, after.closedOn),
  ];
}

/** The spreads of the questions that both versions show, as text. */
function answersOf(one: AuditRoundContent, other: AuditRoundContent): string {
  const shared = new Set(other.questions.map(({ id }) => id));
  return one.questions
    .filter(({ id }) => shared.has(id))
    .flatMap(({ title, spreads }) =>
      spreads.map(({ voice, counts }) => `${title}, ${voice}: ${Object.values(counts).join("-")}`),
    )
    .join("; ");
}
