import { countOf } from "../counted.ts";
import type { Persona } from "./persona.ts";

/** Signs that a persona describes a stereotype rather than a person. Warnings to think about, in sentences; none blocks. */
export function stereotypeWarnings(persona: Persona): string[] {
  const warnings: string[] = [];
  warnings.push(...originWarnings(persona.needs.map(({ from }) => from)));
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

/** An origin that nobody stated is no second one: it says nothing of what else shapes the person's day. */
function originWarnings(from: readonly string[]): string[] {
  const stated = from.map((one) => one.trim()).filter((one) => plain(one) !== "");
  const different = new Set(stated.map(plain));
  const silent = from.length - stated.length;
  return [
    ...(from.length >= 2 && different.size === 1
      ? [
          `Every need ${silent > 0 ? "whose origin is told " : ""}follows from one thing (“${stated[0]}”). People are more than one thing: ask the makers what else shapes their day.`,
        ]
      : []),
    ...(silent > 0
      ? [
          `${countOf(silent, "need does", "needs do")} not say what in the person's life ${silent === 1 ? "it follows" : "they follow"} from. Told without it, a need looks as if it came from who somebody is: ask the makers.`,
        ]
      : []),
  ];
}

/** The same words, however they are spaced, capitalised and punctuated. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
