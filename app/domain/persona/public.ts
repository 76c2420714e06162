import { z } from "zod";
import { Need } from "./need.ts";
import { mostNeeds, Provenance, type Persona } from "./persona.ts";

/** kind `persona`: a published persona with its needs written out, so that a reader needs no vocabulary beside it. */
export const PersonaContent = z.object({
  title: z.string().trim().min(1).max(120),
  about: z.string().trim().min(1).max(4000),
  strengths: z.array(z.string().trim().min(1).max(300)).max(20),
  hopes: z.string().trim().max(2000),
  needs: z
    .array(
      z.object({
        need: Need,
        why: z.string().trim().max(600),
        from: z.string().trim().max(120),
      }),
    )
    .min(1, "Give the persona at least one need.")
    .max(mostNeeds, `A persona may carry up to ${mostNeeds} needs.`),
  sources: z.array(z.string().trim().min(1).max(300)).max(40),
  provenance: Provenance,
  example: z.boolean(),
});
export type PersonaContent = z.infer<typeof PersonaContent>;

/** The title as strangers read it: an invented example says so before anything else, on screen, in lists and in print. */
export function publicTitle({ title, example }: Pick<PersonaContent, "title" | "example">): string {
  return example ? `Invented example: ${title}` : title;
}

export const personaSubject = (id: string) => `persona:${id}`;

/** @throws Error when a need is not in the vocabulary: what is stored was checked against it. */
export function publicPersona(persona: Persona, vocabulary: readonly Need[]): PersonaContent {
  const byId = new Map(vocabulary.map((need) => [need.id, need]));
  const { id: _, needs, provenance, ...rest } = persona;
  if (!provenance) throw new Error(`The persona “${persona.title}” has no provenance and cannot be public.`);
  return {
    ...rest,
    provenance,
    needs: needs.map(({ need, why, from }) => {
      const found = byId.get(need);
      if (!found) throw new Error(`No need is called “${need}”.`);
      return { need: found, why, from };
    }),
  };
}
