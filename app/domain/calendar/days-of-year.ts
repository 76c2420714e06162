import { type Occurrence, type Rule } from "./rule.ts";
import { RULES } from "./rules/all.ts";
import { storedOccurrences } from "./table/read.ts";
import { FREQUENT_RULES } from "./weekly.ts";

const ALL_RULES: Rule[] = [...RULES, ...FREQUENT_RULES];
const byYear = new Map<number, { rule: Rule; occurrence: Occurrence }[]>();

/** Every occurrence whose first date lies in a year: from the table where it reaches, worked out elsewhere. */
export function occurrencesOf(year: number): { rule: Rule; occurrence: Occurrence }[] {
  const known = byYear.get(year);
  if (known) return known;
  const found = ALL_RULES.flatMap((rule) =>
    (storedOccurrences(rule.tradition, rule.id, year) ?? rule.occurrences(year)).map((occurrence) => ({
      rule,
      occurrence,
    })),
  );
  if (byYear.size > 60) byYear.clear();
  byYear.set(year, found);
  return found;
}
