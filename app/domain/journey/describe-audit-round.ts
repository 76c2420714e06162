import { voiceWords } from "../audit/answer.ts";
import { AuditRoundContent } from "../audit/public.ts";
import { contentOf } from "./content.ts";
import type { Description } from "./moment.ts";
import type { Move } from "./moves.ts";

/** “Asked how far we are: Team 6 of 8, Co-producers 5 of 12.” */
export function describeAuditRound({ version, before }: Move): Description | undefined {
  const content = contentOf(version, AuditRoundContent);
  if (!content) return undefined;
  const answered = content.voices
    .map(({ voice, asked, answered: given }) => `${voiceWords[voice]} ${given} of ${asked}`)
    .join(", ");
  return {
    group: "voices",
    mark: before ? "target-moved" : "learning",
    word: before ? "Self-audit, shown differently" : "Self-audit",
    title: content.title,
    text: `Who answered: ${answered}. Questions shown: ${content.questions.length} of ${content.asked}.`,
  };
}
