import { voiceWords } from "#app/domain/audit/answer.ts";
import type { Spread } from "#app/domain/audit/findings.ts";
import { levelWords } from "#app/domain/audit/instrument.ts";

/** “Team says “Practised” (middle of 6 answers).” */
export function spreadSentence({ voice, median, answered }: Spread): string {
  return median === null
    ? `${voiceWords[voice]} could not tell (${answered} answers).`
    : `${voiceWords[voice]}: “${levelWords[median]}” (the middle of ${answered} answers).`;
}
