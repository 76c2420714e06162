import { z } from "zod";

const day = z.iso.date("Give the date as year-month-day, such as 2026-03-31.");

/** Who made it, and on what terms. Without all of these a persona stays a draft: nobody may be imagined without their own. */
export const Provenance = z.object({
  /** Representative organisations or groups that made it. */
  madeWith: z
    .array(z.object({ name: z.string().trim().min(1).max(200), part: z.string().trim().min(1).max(300) }))
    .min(1, "Name at least one organisation that this persona was made with."),
  howPaid: z.string().trim().min(10, "Say how the people who made it were paid.").max(600),
  consent: z.string().trim().min(10, "Say what they agreed to, and how they can take it back.").max(1000),
  consentOn: day,
  licence: z.enum(["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0"], "Choose an open licence."),
  reviewOn: day,
});
export type Provenance = z.infer<typeof Provenance>;

/** Most needs one persona may carry: past this nobody reads them, and a library import is an attack. */
export const mostNeeds = 60;

export const Persona = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1, "Give the persona a title.").max(120),
  /** A life in a few lines: what they do, like, are good at. */
  about: z.string().trim().min(1, "Say who this person is.").max(4000),
  strengths: z.array(z.string().trim().min(1).max(300)).max(20),
  /** What taking part would bring them. */
  hopes: z.string().trim().max(2000),
  needs: z
    .array(
      z.object({
        need: z.string(),
        why: z.string().trim().max(600),
        /** Which part of the person's life it follows from, in the makers' words. */
        from: z.string().trim().max(120),
      }),
    )
    .max(
      mostNeeds,
      `A persona may carry up to ${mostNeeds} needs. Keep those that decide whether they can take part.`,
    ),
  sources: z.array(z.string().trim().min(1).max(300)).max(40),
  provenance: Provenance.nullable(),
  /** An invented example for a demonstration; never offered to other installations. */
  example: z.boolean(),
});
export type Persona = z.infer<typeof Persona>;

export type PersonaState = "draft" | "ready" | "review-due" | "withdrawn";

/** @param withdrawn the communities that made it took it back */
export function personaState(persona: Persona, today: string, withdrawn: boolean): PersonaState {
  if (withdrawn) return "withdrawn";
  if (!Provenance.safeParse(persona.provenance).success || persona.needs.length === 0) return "draft";
  return persona.provenance!.reviewOn < today ? "review-due" : "ready";
}

/** Only a ready persona may be used in a check or published. A review that is due leaves it usable for nobody new. */
export function whyNotUsable(persona: Persona, today: string, withdrawn: boolean): string | undefined {
  switch (personaState(persona, today, withdrawn)) {
    case "ready":
      return undefined;
    case "withdrawn":
      return "The communities that made this persona have taken it back.";
    case "review-due":
      return "Its review date has passed. Review it with the people who made it, then use it.";
    case "draft":
      return "It is a draft: say whom it was made with, how they were paid, what they agreed to, the licence and the review date, and give it at least one need.";
  }
}
