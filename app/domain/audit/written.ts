import { type Voice, voices } from "./answer.ts";
import { type Given, spreadOf } from "./findings.ts";

export type Written = {
  voice: Voice;
  /** What they showed, with its date; the order is that of the words, so that it says nothing about who wrote. */
  evidence: { text: string; on: string | null }[];
  notes: string[];
};

/** What people wrote on one question, for voices of at least three. Never beside a level: it would tell who chose it. */
export function writtenOn(given: readonly Given[], question: string): Written[] {
  return voices.flatMap((voice) => {
    if (!spreadOf(given, question, voice)) return [];
    const own = given.filter((each) => each.voice === voice && each.answer.question === question);
    const evidence = own
      .flatMap(({ answer }) => (answer.evidence ? [{ text: answer.evidence, on: answer.evidenceOn }] : []))
      .sort((a, b) => a.text.localeCompare(b.text) || (a.on ?? "").localeCompare(b.on ?? ""));
    const notes = own.flatMap(({ answer }) => (answer.note ? [answer.note] : [])).sort();
    return evidence.length > 0 || notes.length > 0 ? [{ voice, evidence, notes }] : [];
  });
}
