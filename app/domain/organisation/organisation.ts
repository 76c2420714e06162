import { z } from "zod";

export const organisationKinds = ["university", "nhs", "council", "charity", "other"] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const kindNames: Record<OrganisationKind, string> = {
  university: "University or research institute",
  nhs: "NHS organisation",
  council: "Council or other public body",
  charity: "Charity or community group",
  other: "Other",
};

/** The nine regions of England and the other nations, as the Office for National Statistics names them. */
export const regions = [
  "Across the UK",
  "East Midlands",
  "East of England",
  "London",
  "North East",
  "North West",
  "Northern Ireland",
  "Scotland",
  "South East",
  "South West",
  "Wales",
  "West Midlands",
  "Yorkshire and The Humber",
] as const;

/** What the public learns about an organisation before it has promised anything. */
export const OrganisationDetails = z.object({
  // 200 characters: the longest registered charity names are near 150.
  name: z
    .string("Enter the organisation's name.")
    .trim()
    .min(1, "Enter the organisation's name.")
    .max(200, "Shorten the name to 200 characters or fewer."),
  kind: z.enum(organisationKinds, "Choose what kind of organisation it is."),
  region: z.enum(regions, "Choose where it works."),
});
export type OrganisationDetails = z.infer<typeof OrganisationDetails>;
