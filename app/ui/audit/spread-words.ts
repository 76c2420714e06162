import { voiceWords } from "#app/domain/audit/answer.ts";
import type { Spread } from "#app/domain/audit/findings.ts";
import { levelWords } from "#app/domain/audit/instrument.ts";

/** “Team: “Practised” (the middle of 6 answers; 1 more could not tell).” What is unknown is said to be unknown. */
export function spreadSentence({ voice, median, answered, counts }: Spread): string {
  if (median === null) return `${voiceWords[voice]} could not tell (${answered} answers).`;
  const unknown = counts.unknown > 0 ? `; ${counts.unknown} more could not tell` : "";
  return `${voiceWords[voice]}: “${levelWords[median]}” (the middle of ${answered - counts.unknown} answers${unknown}).`;
}
