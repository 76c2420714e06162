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
