import { writtenDay } from "../dates/written-day.ts";
import { newLinksWords } from "../feedback/steps.ts";
import { answersWords, type AttestationContent } from "../journey/attestation.ts";
import { noted, reworded, type Difference } from "./difference.ts";

/** Answers come in by themselves; who was asked, and how they were chosen, is fixed once people were asked. */
export function attestationDifferences(before: AttestationContent, after: AttestationContent): Difference[] {
  return [
    ...noted("Answers", answersWords(before), answersWords(after)),
    ...reworded("Invited", String(before.invited), String(after.invited)),
    ...reworded("People affected", affectedWords(before), affectedWords(after)),
    ...reworded("How they were chosen", before.how, after.how),
    ...noted("People can answer until", dayWords(before.closesOn), dayWords(after.closesOn)),
    ...noted("Invitations switched off", String(before.switchedOff ?? 0), String(after.switchedOff ?? 0)),
    ...noted("Invitations sent again", String(before.sentAgain ?? 0), String(after.sentAgain ?? 0)),
    ...noted("Answers over links made anew", newLinksWords(before), newLinksWords(after)),
  ];
}

function dayWords(day: string | undefined): string {
  return day ? writtenDay(day) : "";
}

function affectedWords({ affected }: AttestationContent): string {
  return affected ? `about ${affected}` : "not known";
}
