import { writtenDay } from "../dates/written-day.ts";
import { DecisionContent } from "../review/public.ts";
import { decidedWords } from "../review/review.ts";
import { contentOf } from "./content.ts";
import type { Description } from "./moment.ts";
import type { Move } from "./moves.ts";

export function describeDecision({ version, before }: Move): Description | undefined {
  const content = contentOf(version, DecisionContent);
  if (!content) return undefined;
  const { decision, text, actionBy, answeredOn, answer } = content;
  if (before && answeredOn)
    return {
      group: "other",
      mark: "progress",
      word: "The board was answered",
      text: answer ?? `Answered on ${writtenDay(answeredOn)}.`,
    };
  const owed = actionBy ? `Owed by ${writtenDay(actionBy)}.` : "";
  const late = actionBy !== null && version.recordedAt.slice(0, 10) > actionBy && answeredOn === null;
  return {
    group: "other",
    mark: late ? "overdue" : "milestone",
    word: late ? "An action that the board required is overdue" : decidedWords[decision],
    text: [text, owed, answeredOn && `Answered on ${writtenDay(answeredOn)}.`].filter(Boolean).join(" "),
  };
}
