import type { PersonaContent } from "../persona/public.ts";
import { writtenDay } from "../dates/written-day.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** A persona belongs to those who made it: an edit to who it describes, or on what terms, has to be explained. */
export function personaDifferences(before: PersonaContent, after: PersonaContent): Difference[] {
  return [
    ...noted("Title", before.title, after.title),
    ...reworded("Who this person is", before.about, after.about),
    ...reworded("Strengths", before.strengths.join("; "), after.strengths.join("; ")),
    ...reworded("Hopes", before.hopes, after.hopes),
    ...reworded("Needs", needsOf(before), needsOf(after)),
    ...noted("Sources", before.sources.join("; "), after.sources.join("; ")),
    ...reworded("Made with", makersOf(before), makersOf(after)),
    ...reworded("Terms", termsOf(before), termsOf(after)),
    ...reworded("Example", before.example ? "yes" : "no", after.example ? "yes" : "no"),
  ];
}

function needsOf({ needs }: PersonaContent): string {
  return needs
    .map(({ need, why, from }) => [need.title, need.metBy, need.seenBy, why, from].filter(Boolean).join(", "))
    .join("; ");
}

function makersOf({ provenance }: PersonaContent): string {
  return provenance.madeWith.map(({ name, part }) => `${name}: ${part}`).join("; ");
}

function termsOf({ provenance: { howPaid, consent, consentOn, licence, reviewOn } }: PersonaContent): string {
  return `${howPaid} ${consent} Agreed ${writtenDay(consentOn)}. ${licence}. Review ${writtenDay(reviewOn)}.`;
}
