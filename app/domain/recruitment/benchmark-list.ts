import { z } from "zod";
import { SchemeId } from "./category.ts";
import { Characteristic, characteristicName, choicesOf, OTHER_RELIGIONS } from "./characteristics.ts";
import { SCHEMES } from "./schemes.ts";

/** What a benchmark counts people by: a list of ethnic groups, or the answers of one more characteristic. */
export const ListId = z.enum([...SchemeId.options, ...Characteristic.options]);
export type ListId = z.infer<typeof ListId>;

export const isScheme = (list: ListId): list is SchemeId => SchemeId.safeParse(list).success;

export function listName(list: ListId): string {
  return isScheme(list) ? `Ethnic group: ${SCHEMES[list].name}` : characteristicName(list);
}

/** What a form asks a number of people for. Those who gave no answer are in no benchmark. */
export function listGroups(list: ListId): readonly { readonly id: string; readonly label: string }[] {
  if (isScheme(list)) return SCHEMES[list].categories;
  return choicesOf(list).filter(({ id }) => id !== "prefer_not_to_say" && id !== "not_recorded");
}

/** Ids that the counts of a benchmark may hold; some censuses count several religions as one. */
export function countedIds(list: ListId): ReadonlySet<string> {
  const ids = listGroups(list).map(({ id }) => id);
  return new Set(list === "religion" ? [...ids, OTHER_RELIGIONS.id] : ids);
}
