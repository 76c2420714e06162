import { sentenceCase } from "../sentence-case.ts";
import type { Stage } from "./round.ts";

const WORDS: Record<Stage, string> = {
  reached: "reached",
  applied: "applied",
  shortlisted: "shortlisted",
  appointed: "appointed",
  there_after_6_months: "there after 6 months",
  there_after_12_months: "there after 12 months",
};

export const stageWords = (stage: Stage) => WORDS[stage];
export const stageTitle = (stage: Stage) => sentenceCase(WORDS[stage]);

export const bodyNames = {
  leading_team: "Team leading co-production",
  coproduction_group: "Co-production group",
  board: "Board",
} as const;
export type Body = keyof typeof bodyNames;
