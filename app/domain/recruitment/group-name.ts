import type { SchemeId } from "./category.ts";
import { choicesOf, type Characteristic } from "./characteristics.ts";
import { ethnicRows } from "./grid-rows.ts";
import { SCHEMES } from "./schemes.ts";

type Tables = {
  readonly scheme: SchemeId;
  readonly other: { readonly characteristic: Characteristic } | null;
};

/** How a sentence names what a round counts by an id: a group, an answer, or both (`black_african|woman`). */
export function groupNamer({ scheme, other }: Tables): (id: string) => string {
  const rows = [...ethnicRows(SCHEMES[scheme]), ...(other ? choicesOf(other.characteristic) : [])];
  const names = new Map(rows.map(({ id, label }) => [id, label.replace(/ \((not )?in the shares\)$/, "")]));
  return (id) =>
    id
      .split("|")
      .map((part) => names.get(part) ?? part)
      .join(", ");
}
