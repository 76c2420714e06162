import { countOf } from "../counted.ts";
import { z } from "zod";
import { addMonths } from "../dates/days.ts";
import { fewestAnswers } from "./loop.ts";
import { newLinksWords, type OverNewLinks } from "./steps.ts";

export const verdicts = ["kept", "partly", "not-kept", "cannot-tell"] as const;
export type Verdict = (typeof verdicts)[number];

export const verdictNames: Record<Verdict, string> = {
  kept: "Kept",
  partly: "Partly kept",
  "not-kept": "Not kept",
  "cannot-tell": "I cannot tell",
};

/** An invitation to the people affected by a promise to say whether it was kept. One private link is made for each. */
export const AttestationInput = z.object({
  invited: z.int("Say how many people you invite.").min(1, "Invite at least one person.").max(500),
  /** How many people the promise affects, as far as the organisation knows. */
  affected: z.int().min(1).max(100_000_000).optional(),
  /** Published: how the people invited were chosen. */
  howChosen: z
    .string("Say in a sentence how the people invited were chosen. It is published.")
    .trim()
    .min(20, "Say in a sentence how the people invited were chosen. It is published.")
    .max(1000),
  /** How long they have to answer. */
  days: z.int("Say for how many days people can answer.").min(7, "Give people a week or more.").max(120),
});
export type AttestationInput = z.input<typeof AttestationInput>;

export type Tally = Record<Verdict, number> & { answered: number };

/** Counts from 3 answers up, else null. Never averaged: the four numbers stand side by side. */
export function tallyVerdicts(answers: readonly Verdict[]): Tally | null {
  if (answers.length < fewestAnswers) return null;
  const count = (verdict: Verdict) => answers.filter((answer) => answer === verdict).length;
  return {
    kept: count("kept"),
    partly: count("partly"),
    "not-kept": count("not-kept"),
    "cannot-tell": count("cannot-tell"),
    answered: answers.length,
  };
}

/** People affected agree when more of them say kept than all that say otherwise; silence and "cannot tell" agree to nothing. */
export function agrees(tally: Tally): boolean {
  return tally.kept > tally.partly + tally["not-kept"] + tally["cannot-tell"];
}

/** Sentences that show a hand-picked few for what it is; undefined when nothing needs saying. */
export function reachCaveat(
  round: OverNewLinks & {
    invited: number;
    affected: number | null;
    switchedOff?: number;
    sentAgain?: number;
  },
  answered: number,
): string | undefined {
  const { invited, affected, switchedOff = 0 } = round;
  const sentences: string[] = [];
  if (affected !== null && invited < affected / 10)
    sentences.push(`Only ${invited} of about ${affected} people affected were invited.`);
  else if (invited < 5) sentences.push(`Only ${countOf(invited, "person was", "people were")} invited.`);
  // Who leaves the number out must not look better than who gives it.
  if (affected === null) sentences.push("The organisation does not say how many people the promise affects.");
  if (answered > 0 && answered < invited / 4)
    sentences.push(`Only ${answered} of the ${invited} people invited answered.`);
  if (switchedOff > 0)
    sentences.push(
      `The organisation switched off ${switchedOff} of the ${invited} invitations and sent no other in their place.`,
    );
  if (newLinksWords(round)) sentences.push(newLinksWords(round));
  return sentences.length > 0 ? sentences.join(" ") : undefined;
}

/** How long after the round has closed a link still lets its holder read what they said and take their comment back. */
export const daysToTakeBack = 365;

/** The first day on which the same promise may be put to people again: six months after the last round opened. */
export function nextRoundFrom(lastOpenedOn: string): string {
  return addMonths(lastOpenedOn, 6);
}
