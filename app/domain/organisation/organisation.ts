import { z } from "zod";
import { organisationKinds, regions } from "./facts.ts";

export type { OrganisationKind } from "./facts.ts";

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
