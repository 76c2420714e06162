import { z } from "zod";
import { agrees, reachCaveat } from "../feedback/attestation.ts";

/** kind `attestation`: what people affected by a promise answered, as counts. Subject `attestation:<round>`. */
export const AttestationContent = z.object({
  commitment: z.uuid(),
  invited: z.int().positive(),
  /** How many people the promise affects, as far as the organisation knows. */
  affected: z.int().positive().nullable().optional(),
  /** Null when fewer answered than may be shown. */
  answers: z
    .object({
      kept: z.int().nonnegative(),
      partly: z.int().nonnegative(),
      notKept: z.int().nonnegative(),
      cannotTell: z.int().nonnegative(),
    })
    .nullable(),
  /** Last day on which people can answer. Answers are added in steps of three, and the rest after this day. */
  closesOn: z.iso.date().optional(),
  /** Invitations that the organisation switched off without sending another in their place. */
  switchedOff: z.int().nonnegative().optional(),
  /** Invitations whose link the organisation made anew; absent when none was. */
  sentAgain: z.int().positive().optional(),
  /** Answers that came over such a link, and kinder ones over such a link that are not counted; each from 3 up. */
  anew: z.int().min(3).optional(),
  kinder: z.int().min(3).optional(),
  /** How the people invited were chosen. */
  how: z.string().trim().min(1).max(1000),
});
export type AttestationContent = z.infer<typeof AttestationContent>;

/** What the people affected say of a claim of done. `too-few` answered, or nobody was `asked` yet. */
export type Agreement = "not-asked" | "too-few" | "agreed" | "disputed";

export function agreementOf(attestation: AttestationContent | undefined): Agreement {
  if (!attestation) return "not-asked";
  const { answers } = attestation;
  if (!answers) return "too-few";
  const { kept, partly, notKept, cannotTell } = answers;
  const answered = kept + partly + notKept + cannotTell;
  return agrees({ kept, partly, "not-kept": notKept, "cannot-tell": cannotTell, answered })
    ? "agreed"
    : "disputed";
}

/** “15 kept, 3 partly, 1 not kept” or why there are no figures. */
export function answersWords({ answers, invited }: AttestationContent): string {
  if (!answers) return `Too few of the ${invited} people asked answered to show figures.`;
  const { kept, partly, notKept, cannotTell } = answers;
  const tail = cannotTell > 0 ? `, ${cannotTell} cannot tell` : "";
  return `${kept} kept, ${partly} partly, ${notKept} not kept${tail}`;
}

/** What must be known about who was asked; undefined when nothing needs saying. */
export function reachWords(content: AttestationContent): string | undefined {
  const { answers, affected } = content;
  const answered = answers ? answers.kept + answers.partly + answers.notKept + answers.cannotTell : 0;
  return reachCaveat({ ...content, affected: affected ?? null }, answered);
}
