import { z } from "zod";
import { changeReason, day, optionalWords, words } from "../commitment/fields.ts";
import { linesOf } from "./lines.ts";
import { needAreas } from "./need.ts";
import { Provenance } from "./persona.ts";

/** One thing a line: what a text box can hold without JavaScript. A list is taken as it is. */
const lines = (most: number, longest: number) =>
  z.preprocess(
    (value) => (typeof value === "string" ? linesOf(value) : (value ?? [])),
    z
      .array(z.string().trim().min(1).max(longest, `Keep each line to ${longest} characters.`))
      .max(most, `Give up to ${most} lines.`),
  );

/** Who a persona is, as typed. */
export const PersonaWords = z.object({
  title: words("Give the persona a title.", 120),
  about: words("Say who this person is.", 4000),
  strengths: lines(20, 300),
  hopes: optionalWords(2000),
  sources: lines(40, 300),
  example: z.boolean().default(false),
  reason: changeReason,
});
type Lines = string | string[];
export type PersonaWords = Omit<z.input<typeof PersonaWords>, "strengths" | "sources"> & {
  strengths?: Lines;
  sources?: Lines;
};

/** One need that a persona carries. */
export const PersonaNeed = z.object({
  need: z.string("Choose a need.").min(1, "Choose a need.").max(80),
  why: optionalWords(600),
  from: optionalWords(120),
});
export type PersonaNeed = z.input<typeof PersonaNeed>;

/** Who made it, as it is kept. */
export const ProvenanceRecord = z.object({ provenance: Provenance, reason: changeReason });
export type ProvenanceRecord = z.input<typeof ProvenanceRecord>;

/** Who made it, as typed; `makers` has one group a line: “Name: what they did”. */
export const ProvenanceInput = z
  .object({
    makers: words("Name at least one organisation that this persona was made with.", 10_000),
    howPaid: words("Say how the people who made it were paid.", 600),
    consent: words("Say what they agreed to, and how they can take it back.", 1000),
    consentOn: day("Give the day on which they agreed."),
    licence: z.enum(Provenance.shape.licence.options, "Choose an open licence."),
    reviewOn: day("Give the day of its next review."),
    reason: changeReason,
  })
  .transform(({ makers, reason, ...rest }, context) => {
    const madeWith = linesOf(makers).map((line) => {
      const colon = line.indexOf(":");
      return { name: line.slice(0, colon).trim(), part: line.slice(colon + 1).trim(), whole: colon > 0 };
    });
    const wrong = madeWith.findIndex((maker) => !maker.whole || !maker.part || !maker.name);
    if (wrong >= 0)
      context.addIssue({
        code: "custom",
        path: ["makers"],
        message: `Line ${wrong + 1} does not say what they did. Write “Name: what they did”.`,
        input: makers,
      });
    return { reason, provenance: { ...rest, madeWith: madeWith.map(({ name, part }) => ({ name, part })) } };
  });

/** A need of the organisation's own; its id is made from its title. */
export const OwnNeedInput = z.object({
  area: z.enum(needAreas, "Choose the kind of barrier."),
  title: words("Name the need.", 120),
  metBy: words("Say what meets it.", 600),
  seenBy: words("Say how one can see that it is met.", 600),
});
export type OwnNeedInput = z.input<typeof OwnNeedInput>;

/** What the makers say when they have read the persona again. */
export const MakersReview = z.object({
  right: z.literal(
    "yes",
    "Tick the box if it is still right. If it is not, tell the organisation or take it back.",
  ),
  reviewOn: day("Give the day by which you want to read it again."),
});
export type MakersReview = z.input<typeof MakersReview>;
