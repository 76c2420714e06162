import type { Scheme } from "./category.ts";

export const NI_2021: Scheme = {
  id: "ni-2021",
  name: "Northern Ireland, 13 groups",
  version: "Census 2021 (NISRA MS-B01)",
  categories: [
    { id: "arab", label: "Arab", five: null, aliases: [] },
    { id: "asian_chinese", label: "Asian: Chinese", five: null, aliases: ["Chinese"] },
    { id: "asian_filipino", label: "Asian: Filipino", five: null, aliases: ["Filipino"] },
    { id: "asian_indian", label: "Asian: Indian", five: null, aliases: ["Indian"] },
    { id: "asian_pakistani", label: "Asian: Pakistani", five: null, aliases: ["Pakistani"] },
    { id: "asian_other", label: "Other Asian", five: null, aliases: ["Asian: Other Asian"] },
    { id: "black_african", label: "Black: African", five: null, aliases: ["Black African"] },
    { id: "black_other", label: "Other Black", five: null, aliases: ["Black: Other Black"] },
    { id: "mixed", label: "Mixed ethnic groups", five: null, aliases: ["Mixed"] },
    { id: "white", label: "White", five: null, aliases: [] },
    { id: "irish_traveller", label: "White: Irish Traveller", five: null, aliases: ["Irish Traveller"] },
    { id: "roma", label: "White: Roma", five: null, aliases: ["Roma"] },
    { id: "other_any", label: "Other ethnicities", five: null, aliases: ["Other"] },
  ],
};
