import {
  FIVE_GROUPS,
  NO_GROUP,
  type FiveGroup,
  type NoGroup,
  type Scheme,
  type SchemeId,
} from "./category.ts";
import { plainKey } from "./plain-key.ts";
import { EW_2021 } from "./scheme-ew-2021.ts";
import { GSS_18 } from "./scheme-gss-18.ts";
import { NI_2021 } from "./scheme-ni-2021.ts";
import { SCOTLAND_2022 } from "./scheme-scotland-2022.ts";

export const SCHEMES: Readonly<Record<SchemeId, Scheme>> = {
  "ew-2021": EW_2021,
  "gss-18": GSS_18,
  "ni-2021": NI_2021,
  "scotland-2022": SCOTLAND_2022,
};

const FIVE_LABELS: Record<FiveGroup, readonly string[]> = {
  asian: ["Asian", "Asian or Asian British", "Asian, Asian British or Asian Welsh"],
  black: ["Black", "Black or Black British", "Black, Black British, Black Welsh, Caribbean or African"],
  mixed: ["Mixed", "Mixed or Multiple ethnic groups"],
  white: ["White"],
  other: ["Other", "Other ethnic group"],
};

const NO_GROUP_WORDS: Record<NoGroup, readonly string[]> = {
  self_described: ["Self described", "Self-description", "Prefer to self describe"],
  prefer_not_to_say: ["Prefer not to say", "Prefer not to answer", "Declined", "Refused", "Not stated"],
  not_recorded: ["", "Not recorded", "Unknown", "Not known", "Missing", "N/A", "Null", "-"],
};

/**
 * Every spelling understood under a scheme, as `plainKey` to id: its categories, "prefer not to say" and its kin, and
 * the name of a whole group of the five (as `five:black`) where the scheme has them and no single category claims it.
 */
export function spellings({ categories }: Scheme): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  const add = (text: string, id: string) => {
    if (!map.has(plainKey(text))) map.set(plainKey(text), id);
  };
  for (const { id, label, aliases } of categories) [label, ...aliases, id].forEach((text) => add(text, id));
  for (const id of Object.keys(NO_GROUP) as NoGroup[])
    [...NO_GROUP_WORDS[id], id].forEach((text) => add(text, id));
  if (categories.every(({ five }) => five)) {
    for (const five of FIVE_GROUPS)
      [...FIVE_LABELS[five], `five:${five}`].forEach((text) => add(text, `five:${five}`));
  }
  return map;
}

/** Counts by category rolled up to the five groups. Throws RangeError where the scheme does not allow it. */
export function rollUp(scheme: Scheme, counts: Readonly<Record<string, number>>): Record<FiveGroup, number> {
  const result = { asian: 0, black: 0, mixed: 0, white: 0, other: 0 };
  for (const { id, five } of scheme.categories) {
    if (!five) {
      throw new RangeError(
        `${scheme.name} does not roll up to the five groups; show its own groups instead.`,
      );
    }
    result[five] += counts[id] ?? 0;
  }
  for (const five of FIVE_GROUPS) result[five] += counts[`five:${five}`] ?? 0;
  return result;
}
