import type { Need } from "./need.ts";
import type { Persona } from "./persona.ts";

export const answers = ["met", "partly", "not-met", "not-known", "not-needed"] as const;
export type NeedAnswer = (typeof answers)[number];

/** What is known about one need at one session, round, survey or venue. */
export type NeedEvidence = { need: string; answer: NeedAnswer; evidence: string };

export type Row = {
  need: Need;
  answer: NeedAnswer;
  evidence: string;
  /** Personas that carry the need; the everyone check asks for it whoever comes. */
  personas: string[];
};

/**
 * The coverage matrix: one row for each need asked for by a persona or by the everyone check. What nobody looked at is
 * `not-known`, never met; `met` or `partly` without evidence counts as not known too.
 * @param everyone ask every need of the vocabulary, as the walk through all barriers at once does (report, page 42)
 */
export function coverage(
  vocabulary: readonly Need[],
  personas: readonly Persona[],
  everyone: boolean,
  known: readonly NeedEvidence[],
): Row[] {
  const given = new Map(known.map((each) => [each.need, each]));
  return vocabulary
    .map((need) => ({
      need,
      personas: personas.filter((p) => p.needs.some((n) => n.need === need.id)).map((p) => p.id),
    }))
    .filter(({ personas: asking }) => everyone || asking.length > 0)
    .map(({ need, personas: asking }) => {
      const found = given.get(need.id);
      const evidence = found?.evidence.trim() ?? "";
      const unproved = (found?.answer === "met" || found?.answer === "partly") && evidence === "";
      return { need, answer: !found || unproved ? "not-known" : found.answer, evidence, personas: asking };
    });
}

export type Tally = Record<NeedAnswer, number> & { asked: number };

/** `asked` leaves out what is not needed. */
export function tallyCoverage(rows: readonly Row[]): Tally {
  const count = (answer: NeedAnswer) => rows.filter((row) => row.answer === answer).length;
  return {
    met: count("met"),
    partly: count("partly"),
    "not-met": count("not-met"),
    "not-known": count("not-known"),
    "not-needed": count("not-needed"),
    asked: rows.length - count("not-needed"),
  };
}

/** Who is kept out: personas with at least one need not met. What is not known does not let anybody in either. */
export function keptOut(rows: readonly Row[]): { persona: string; needs: Need[] }[] {
  const out = new Map<string, Need[]>();
  for (const row of rows)
    if (row.answer === "not-met")
      for (const persona of row.personas) out.set(persona, [...(out.get(persona) ?? []), row.need]);
  return [...out].map(([persona, needs]) => ({ persona, needs }));
}

/**
 * The one change that would help most people: the unmet need that lets in the most personas by itself, then the one that
 * most personas share. Undefined when nothing is unmet.
 */
export function mostHelpful(rows: readonly Row[]): { need: Need; letsIn: number; helps: number } | undefined {
  const out = keptOut(rows);
  return rows
    .filter((row) => row.answer === "not-met" || row.answer === "partly")
    .map((row) => ({
      need: row.need,
      letsIn: out.filter(({ needs }) => needs.length === 1 && needs[0]!.id === row.need.id).length,
      helps: row.personas.length,
    }))
    .sort((a, b) => b.letsIn - a.letsIn || b.helps - a.helps || a.need.id.localeCompare(b.need.id))[0];
}
