import type { Scheme } from "./category.ts";

export const SCOTLAND_2022: Scheme = {
  id: "scotland-2022",
  name: "Scotland, 19 output groups",
  version: "Scotland’s Census 2022 (NRS UV201)",
  categories: [
    {
      id: "african_scottish_british",
      label: "African: African, African Scottish or African British",
      five: null,
      aliases: ["African", "African Scottish", "African British"],
    },
    { id: "african_other", label: "African: Other African", five: null, aliases: ["Other African"] },
    {
      id: "asian_bangladeshi",
      label:
        "Asian, Asian Scottish or Asian British: Bangladeshi, Bangladeshi Scottish or Bangladeshi British",
      five: null,
      aliases: ["Bangladeshi"],
    },
    {
      id: "asian_chinese",
      label: "Asian, Asian Scottish or Asian British: Chinese, Chinese Scottish or Chinese British",
      five: null,
      aliases: ["Chinese"],
    },
    {
      id: "asian_indian",
      label: "Asian, Asian Scottish or Asian British: Indian, Indian Scottish or Indian British",
      five: null,
      aliases: ["Indian"],
    },
    {
      id: "asian_pakistani",
      label: "Asian, Asian Scottish or Asian British: Pakistani, Pakistani Scottish or Pakistani British",
      five: null,
      aliases: ["Pakistani"],
    },
    {
      id: "asian_other",
      label: "Asian, Asian Scottish or Asian British: Other Asian",
      five: null,
      aliases: ["Other Asian"],
    },
    {
      id: "black",
      label: "Caribbean or Black: Black, Black Scottish or Black British",
      five: null,
      aliases: ["Black", "Black Scottish"],
    },
    {
      id: "caribbean",
      label: "Caribbean or Black: Caribbean, Caribbean Scottish or Caribbean British",
      five: null,
      aliases: ["Caribbean"],
    },
    {
      id: "caribbean_black_other",
      label: "Caribbean or Black: Other Caribbean or Black",
      five: null,
      aliases: ["Other Caribbean or Black"],
    },
    {
      id: "mixed",
      label: "Mixed or multiple ethnic group",
      five: null,
      aliases: ["Mixed", "Mixed or multiple"],
    },
    {
      id: "white_gypsy_traveller",
      label: "White: Gypsy/ Traveller",
      five: null,
      aliases: ["Gypsy/Traveller", "Gypsy Traveller"],
    },
    { id: "white_irish", label: "White: White Irish", five: null, aliases: ["White Irish", "Irish"] },
    { id: "white_polish", label: "White: White Polish", five: null, aliases: ["White Polish", "Polish"] },
    {
      id: "white_scottish",
      label: "White: White Scottish",
      five: null,
      aliases: ["White Scottish", "Scottish"],
    },
    {
      id: "white_other_british",
      label: "White: Other White British",
      five: null,
      aliases: ["Other White British", "Other British"],
    },
    { id: "white_other", label: "Other White", five: null, aliases: ["White: Other White", "White other"] },
    {
      id: "other_arab",
      label: "Other ethnic groups: Arab, Arab Scottish or Arab British",
      five: null,
      aliases: ["Arab"],
    },
    {
      id: "other_any",
      label: "Other ethnic groups: Other ethnic group",
      five: null,
      aliases: ["Other ethnic group", "Other"],
    },
  ],
};
