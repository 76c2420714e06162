import { z } from "zod";
import { SchemeId } from "./category.ts";
import { STAGES, type Round } from "./round.ts";

/** Names separated by commas or lines, as people type them. */
const named = z
  .string()
  .max(4000)
  .optional()
  .transform((text) =>
    (text ?? "")
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
  );
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === "on" || value === "yes");

/** A round without its counts, as the form sends it. */
export const RoundInput = z.object({
  title: z.string("Give the round a name.").trim().min(1, "Give the round a name.").max(200),
  body: z.enum(["leading_team", "coproduction_group", "board"], "Say whom the round was for."),
  openedOn: z.iso.date("Give the date it opened."),
  closedOn: z.iso.date("Give the date it closed.").optional(),
  scheme: z.enum(SchemeId.options, "Choose the list of ethnic groups."),
  trustedPartners: named,
  advertPlaces: named,
  accessibleFormats: named,
  criteriaSetBy: z.string().trim().max(500).optional(),
  paidInterview: ticked,
  anonymisedShortlisting: ticked,
  diversePanel: ticked,
});

/** Said after a round that looks like the same was pointed out. */
export const another = ticked;

export type RoundInput = z.output<typeof RoundInput>;

export type RoundFacts = Pick<Round, "title" | "body" | "openedOn" | "closedOn" | "scheme" | "practice">;
export type RoundTables = Pick<Round, "counts" | "international" | "other" | "intersections">;

export function factsFrom({
  title,
  body,
  openedOn,
  closedOn,
  scheme,
  criteriaSetBy,
  ...rest
}: RoundInput): RoundFacts {
  return {
    title,
    body,
    openedOn,
    closedOn: closedOn ?? null,
    scheme,
    practice: { ...rest, criteriaSetBy: criteriaSetBy ?? "" },
  };
}

export function nothingCounted(): Round["counts"] {
  return Object.fromEntries(STAGES.map((stage) => [stage, null])) as Round["counts"];
}
