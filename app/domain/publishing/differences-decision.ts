import type { DecisionContent } from "../review/public.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** A decision is never rewritten; an answer to it arrives. */
export function decisionDifferences(before: DecisionContent, after: DecisionContent): Difference[] {
  return [
    ...reworded("Decision", before.text ?? before.decision, after.text ?? after.decision),
    ...reworded("Owed by", before.actionBy ?? "", after.actionBy ?? ""),
    ...noted("Answered", before.answeredOn ?? "", after.answeredOn ?? ""),
    ...noted("Answer", before.answer ?? "", after.answer ?? ""),
  ];
}
