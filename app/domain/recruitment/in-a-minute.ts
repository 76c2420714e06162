import type { PublicFinding } from "./public-finding.ts";
import type { RoundFinding } from "./round-findings.ts";

/** One of the three things to know of a round, in the very words of the finding it comes from. */
export type MinuteFact = { readonly id: string; readonly title: string; readonly sentence: string };

/**
 * What a board member must know: who was found against who is served, where in the round all other ethnic groups combined lose
 * most ground, and who is still there. Where no step loses ground it is the last step; where nobody was asked later, it is how
 * many are not recorded. Sentences keep their numerator, denominator and what chance allows.
 */
export function roundInAMinute(findings: readonly RoundFinding[]): MinuteFact[] {
  const steps = findings.filter(({ id }) => id.startsWith("step-"));
  const step = steps.find(({ isWidest }) => isWidest) ?? steps.at(-1);
  return threeOf(findings, step).flatMap(({ id, title, sentences }) => {
    // White people come first among those who stayed: both sides belong to the fact.
    const said = id.startsWith("retention-") ? sentences.slice(0, 2) : sentences.slice(0, 1);
    return said.length > 0 ? [{ id, title: titles[id] ?? title, sentence: said.join(" ") }] : [];
  });
}

/** The same from published figures; of steps that may be told, the one where all others fare worst. */
export function publicInAMinute(findings: readonly PublicFinding[]): MinuteFact[] {
  const steps = findings.filter(({ id }) => id.startsWith("step-"));
  const told = steps.filter(({ value }) => value !== null).sort((a, b) => a.value! - b.value!);
  const step = told.find(({ value }) => value! < 1) ?? told.at(-1) ?? steps.at(-1);
  return threeOf(findings, step).map(({ id, title, sentence }) => ({
    id,
    title: titles[id] ?? title,
    sentence,
  }));
}

function threeOf<F extends { id: string }>(findings: readonly F[], step: F | undefined): F[] {
  const named = (id: string) => findings.find((finding) => finding.id === id);
  const last = named("retention-12") ?? named("retention-6") ?? named("not-recorded");
  return [named("representation"), step, last].filter((finding) => finding !== undefined);
}

const titles: Readonly<Record<string, string>> = { representation: "Who was found" };
