import type { CensusList } from "./census-list.ts";
import { withoutUnits } from "./census-units.ts";
import { plainKey } from "./plain-key.ts";

/**
 * What each heading of one table counts, in order; undefined where it is a total, another topic or a percentage. Nomis prints the
 * sum "Other ethnic group" above "Other ethnic group: Arab", and in other tables the same words are one group: a heading that
 * others carry on after a colon is a sum, unless it is a label of the list.
 */
export function idsOf(headings: readonly string[], list: CensusList): (string | undefined)[] {
  const plain = headings.map(withoutUnits);
  const found = plain.map((heading, at) => (isShare(headings[at]!) ? undefined : list.idOf(heading)));
  const labelled = new Set(found.filter((_, at) => list.isLabel(plain[at]!)));
  const isSum = (heading: string) => plain.some((other) => startsWithSame(other, `${heading}:`));
  const read = new Set<string>();
  return found.map((id, at) => {
    const heading = plain[at]!;
    if (id === undefined) return undefined;
    if (!list.isLabel(heading) && (labelled.has(id) || isSum(heading))) return undefined;
    // Nomis repeats a heading above its percentages.
    const once = list.addsUp ? plainKey(heading) : id;
    if (read.has(once)) return undefined;
    read.add(once);
    return id;
  });
}

/** The ids among these headings, each once. */
export function idsAmong(headings: readonly string[], list: CensusList): Set<string> {
  return new Set(idsOf(headings, list).filter((id): id is string => id !== undefined));
}

const startsWithSame = (text: string, start: string) =>
  text.length > start.length && text.slice(0, start.length).toLowerCase() === start.toLowerCase();

const isShare = (heading: string) => /;\s*measures:\s*percent/i.test(heading);
