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
 * Finds one area in a census table already split into cells: an ONS Nomis TS021 download with a row for each area or, as
 * Nomis shows one area, a row for each group; the CSV of the Nomis API, a row for each area and group; or a table with `code`, `name`, `total` and one column for each group. Title
 * lines above are skipped. `area` is a nine-character code or a name. Throws RangeError that says what is missing.
 */
export function areaBenchmark(
  rows: readonly (readonly string[])[],
  area: string,
  scheme: Scheme,
  about: Pick<Benchmark, "source" | "on">,
): Benchmark {
  const known = spellings(scheme);
  const wanted = new Set(scheme.categories.map(({ id }) => id));
  const idOf = (heading: string) => {
    const id = known.get(plainKey(withoutUnits(heading)));
    return id !== undefined && wanted.has(id) ? id : undefined;
  };
  const holdsAll = (cells: readonly string[]) =>
    new Set(cells.map(idOf).filter((id) => id !== undefined)).size >= wanted.size;
  const long = longTable(rows);
  const at = rows.findIndex(holdsAll);
  const isDown = !long && at < 0 && holdsAll(rows.map((row) => row[0] ?? ""));
  const missing = `The table has no header row with all ${wanted.size} groups of ${scheme.name}.`;
  if (at < 0 && !isDown && !long)
    throw new RangeError(
      isAboutReligion(rows) ? `${missing} It is about religion; choose a table about ethnic group.` : missing,
    );
  const cells = long
    ? cellsLong(rows, long, area)
    : isDown
      ? cellsDown(rows, area, idOf)
      : cellsAcross(rows, at, area);
  const counts: Record<string, number> = {};
  for (const { heading, text } of cells) {
    const id = idOf(heading);
    if (id === undefined || id in counts) continue;
    const people = Number(text.replaceAll(",", "").trim() || "x");
    if (!Number.isInteger(people) || people < 0)
      throw new RangeError(`"${text}" under "${heading}" is not a count of people.`);
    counts[id] = people;
  }
  if (long && Object.keys(counts).length < wanted.size)
    throw new RangeError(`The rows of "${area}" do not name all ${wanted.size} groups of ${scheme.name}.`);
  return { kind: "area", scheme: scheme.id, place: area, ...about, counts };
}

/** The columns of the Nomis API: `GEOGRAPHY_NAME`, `C2021_ETH_20_NAME`, `OBS_VALUE` and what is beside them. */
type LongTable = { at: number; group: number; value: number; areas: number[]; measure: number };

function longTable(rows: readonly (readonly string[])[]): LongTable | null {
  const at = rows.findIndex((row) => row.some((cell) => /^obs_value$/i.test(cell.trim())));
  const header = (rows[at] ?? []).map((cell) => cell.trim().toUpperCase());
  const group = header.findIndex((name) => /^C\d{4}_ETH\w*_NAME$/.test(name));
  if (at < 0 || group < 0) return null;
  const areas = ["GEOGRAPHY_NAME", "GEOGRAPHY_CODE"].map((name) => header.indexOf(name));
  const measure = header.indexOf("MEASURES_NAME");
  return { at, group, value: header.indexOf("OBS_VALUE"), areas: areas.filter((one) => one >= 0), measure };
}

/** Counts alone: the API gives percentages as rows of their own. */
function cellsLong(rows: readonly (readonly string[])[], table: LongTable, area: string): NamedCell[] {
  const { at, group, value, areas, measure } = table;
  const found = rows.slice(at + 1).filter((row) => areas.some((column) => isArea(row[column] ?? "", area)));
  if (found.length === 0) throw noSuchArea(area);
  return found
    .filter((row) => measure < 0 || /^value$/i.test((row[measure] ?? "").trim()))
    .map((row) => ({ heading: row[group] ?? "", text: row[value] ?? "" }));
}

function isAboutReligion(rows: readonly (readonly string[])[]): boolean {
  return rows.some((row) => row.some((cell) => /^(no religion|religion)/i.test(cell.trim())));
}

type NamedCell = { readonly heading: string; readonly text: string };

const isArea = (cell: string, area: string) => cell.trim() !== "" && plainKey(cell) === plainKey(area);

const noSuchArea = (area: string) =>
  new RangeError(`The table has no area called "${area}"; use its name or its nine-character code.`);

function cellsAcross(rows: readonly (readonly string[])[], at: number, area: string): NamedCell[] {
  const row = rows.slice(at + 1).find((cells) => cells.some((cell) => isArea(cell, area)));
  if (!row) throw noSuchArea(area);
  return (rows[at] ?? []).map((heading, column) => ({ heading, text: row[column] ?? "" }));
}

/** The area heads a column; or, where the file is about one area alone, it is named in a line above and its counts come next. */
function cellsDown(
  rows: readonly (readonly string[])[],
  area: string,
  idOf: (heading: string) => string | undefined,
): NamedCell[] {
  const first = rows.findIndex((row) => idOf(row[0] ?? "") !== undefined);
  const above = rows.slice(0, first);
  const heads = above.map((row) => row.findIndex((cell) => isArea(cell, area)));
  const found = heads.findLastIndex((column) => column > 0);
  if (found < 0) throw noSuchArea(area);
  const isTitleLine = /^area name/i.test(above[found]?.[0] ?? "");
  const column = isTitleLine ? 1 : (heads[found] ?? 1);
  return rows.slice(first).map((row) => ({ heading: row[0] ?? "", text: row[column] ?? "" }));
}

/** Nomis writes "Ethnic group: White: Irish; measures: Value". */
function withoutUnits(heading: string): string {
  return heading.replace(/^ethnic group( \(.*?\))?:\s*/i, "").replace(/;\s*measures:.*$/i, "");
}
