import type { Persona } from "./persona.ts";

/** Signs that a persona describes a stereotype rather than a person. Warnings to think about, in sentences; none blocks. */
export function stereotypeWarnings(persona: Persona): string[] {
  const warnings: string[] = [];
  const origins = new Set(persona.needs.map((need) => need.from.trim().replace(/\s+/g, " ").toLowerCase()));
  const [only] = origins;
  if (persona.needs.length >= 2 && origins.size === 1 && only)
    warnings.push(
      `Every need follows from one thing (“${only}”). People are more than one thing: ask the makers what else shapes their day.`,
    );
  if (persona.strengths.length === 0)
    warnings.push(
      "No strength is named. What is this person good at, and what would a group gain from them?",
    );
  if (persona.strengths.length > 0 && persona.needs.length > 4 * persona.strengths.length)
    warnings.push("There are far more needs than strengths. The picture is mostly of what is missing.");
  if (persona.strengths.length === 0 && !persona.hopes)
    warnings.push("Only deficits are told: add what this person hopes for.");
  const voices = [...persona.sources, ...(persona.provenance?.madeWith.map((maker) => maker.name) ?? [])];
  if (new Set(voices.map((voice) => voice.trim().toLowerCase())).size < 2)
    warnings.push("It rests on a single source. Ask a second group whether they recognise this person.");
  return warnings;
}
