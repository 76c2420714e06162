import type { Scheme, SchemeId } from "./category.ts";
import { plainKey } from "./plain-key.ts";
import { spellings } from "./schemes.ts";

/** Who a group is compared with. Prefer `served`: the census counts everyone of every age, not the people served. */
export interface Benchmark {
  readonly kind: "served" | "area" | "national";
  readonly scheme: SchemeId;
  readonly place: string;
  readonly source: string;
  /** The date the figures describe, ISO. */
  readonly on: string;
  /** People by category id. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Finds one area in a census table already split into cells, header first: an ONS Nomis TS021 download (with its title
 * lines above the header), or a table with `code`, `name`, `total` and one column for each group. `area` is a nine-character
 * code or a name. Throws RangeError that says what is missing.
 */
export function areaBenchmark(
  rows: readonly (readonly string[])[],
  area: string,
  scheme: Scheme,
  about: Pick<Benchmark, "source" | "on">,
): Benchmark {
  const known = spellings(scheme);
  const idOf = (heading: string) => known.get(plainKey(withoutUnits(heading)));
  const wanted = new Set(scheme.categories.map(({ id }) => id));
  const isHeader = (row: readonly string[]) =>
    new Set(row.map(idOf).filter((id) => id && wanted.has(id))).size >= wanted.size;
  const at = rows.findIndex(isHeader);
  const header = rows[at];
  if (!header)
    throw new RangeError(`The table has no header row with all ${wanted.size} groups of ${scheme.name}.`);
  const row = rows
    .slice(at + 1)
    .find((cells) => cells.some((cell) => plainKey(cell) === plainKey(area) && cell.trim() !== ""));
  if (!row)
    throw new RangeError(`The table has no area called "${area}"; use its name or its nine-character code.`);
  const counts: Record<string, number> = {};
  header.forEach((heading, column) => {
    const id = idOf(heading);
    if (!id || !wanted.has(id) || id in counts) return;
    const people = Number((row[column] ?? "").replaceAll(",", "").trim() || "x");
    if (!Number.isInteger(people) || people < 0) {
      throw new RangeError(`"${row[column] ?? ""}" under "${heading}" is not a count of people.`);
    }
    counts[id] = people;
  });
  return { kind: "area", scheme: scheme.id, place: area, ...about, counts };
}

/** Nomis writes "Ethnic group: White: Irish; measures: Value". */
function withoutUnits(heading: string): string {
  return heading.replace(/^ethnic group( \(.*?\))?:\s*/i, "").replace(/;\s*measures:.*$/i, "");
}
