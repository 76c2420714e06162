import { z } from "zod";

const list = z.array(z.string().trim().min(1).max(200)).max(50);

/** How people were reached and chosen. Words of the organisation, published as they are. */
export const Practice = z.object({
  trustedPartners: list,
  advertPlaces: list,
  paidInterview: z.boolean(),
  anonymisedShortlisting: z.boolean(),
  diversePanel: z.boolean(),
  accessibleFormats: list,
  criteriaSetBy: z.string().trim().max(500),
});
export type Practice = z.infer<typeof Practice>;

/** Facts as sentences; a practice that was not used is said too, since leaving it out would hide it. */
export function practiceFacts(practice: Practice): { term: string; value: string }[] {
  const said = (words: readonly string[]) => words.join(", ") || "None named";
  const used = (yes: boolean) => (yes ? "Yes" : "No");
  return [
    { term: "Trusted partners", value: said(practice.trustedPartners) },
    { term: "Advertised at", value: said(practice.advertPlaces) },
    { term: "Paid interview", value: used(practice.paidInterview) },
    { term: "Names hidden when shortlisting", value: used(practice.anonymisedShortlisting) },
    { term: "Panel with people of several ethnic groups", value: used(practice.diversePanel) },
    { term: "Accessible formats", value: said(practice.accessibleFormats) },
    { term: "Who set the criteria", value: practice.criteriaSetBy || "Not said" },
  ];
}
