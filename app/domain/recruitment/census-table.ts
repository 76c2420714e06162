import type { CensusList } from "./census-list.ts";
import { plainKey } from "./plain-key.ts";

type Rows = readonly (readonly string[])[];
type NamedCell = { readonly heading: string; readonly text: string };

/**
 * Finds one area in a census table already split into cells: a Nomis download with a row for each area or, as Nomis shows
 * one area, a row for each group; a row for each area and group, as the Nomis API and the ONS write; or a table with `code`,
 * `name`, `total` and one column for each group. Title lines above are skipped. `area` is a nine-character code or a name.
 * Returns people by id of the list. Throws RangeError that says what is missing.
 */
export function censusCounts(rows: Rows, area: string, list: CensusList): Record<string, number> {
  const idsIn = (cells: readonly string[]) =>
    new Set(cells.map(list.idOf).filter((id): id is string => id !== undefined));
  const long = longTable(rows, list);
  const at = rows.findIndex((row) => list.holdsAll(idsIn(row)));
  const isDown = !long && at < 0 && list.holdsAll(idsIn(rows.map((row) => row[0] ?? "")));
  if (at < 0 && !isDown && !long) throw new RangeError(missing(rows, list));
  const cells = long
    ? cellsLong(rows, long, area)
    : isDown
      ? cellsDown(rows, area, list)
      : cellsAcross(rows, at, area);
  const counts = countsFrom(cells, list);
  if (long && !list.holdsAll(new Set(Object.keys(counts))))
    throw new RangeError(`The rows of "${area}" do not name ${list.needs}.`);
  return counts;
}

function countsFrom(cells: readonly NamedCell[], list: CensusList): Record<string, number> {
  const counts: Record<string, number> = {};
  const read = new Set<string>();
  for (const { heading, text } of cells) {
    const id = list.idOf(heading);
    // Nomis repeats a heading above its percentages.
    if (id === undefined || read.has(plainKey(heading)) || (id in counts && !list.addsUp)) continue;
    read.add(plainKey(heading));
    counts[id] = (counts[id] ?? 0) + peopleIn(text, heading);
  }
  return counts;
}

/** Scotland's census writes nobody as a dash. */
function peopleIn(text: string, heading: string): number {
  const plain = text.replaceAll(",", "").trim();
  if (/^[-–]$/.test(plain)) return 0;
  const people = Number(plain || "x");
  if (!Number.isInteger(people) || people < 0)
    throw new RangeError(`"${text.slice(0, 60)}" under "${heading.slice(0, 60)}" is not a count of people.`);
  return people;
}

function missing(rows: Rows, { topic, needs }: CensusList): string {
  const says = (pattern: RegExp) => rows.some((row) => row.some((cell) => pattern.test(cell.trim())));
  const other =
    topic === "ethnic group" && says(/^(no religion|religion)/i)
      ? " It is about religion; choose religion as what the table counts."
      : topic === "religion" && says(/^(ethnic group|(white|asian|mixed)\b)/i)
        ? " It is about ethnic group; choose the list of ethnic groups that the table counts."
        : "";
  return `The table has no header row with ${needs}.${other}`;
}

/** A row for each area and group: the column of groups, that of counts, and all others, where the area may be named. */
type LongTable = { at: number; group: number; value: number; areas: number[]; measure: number };

function longTable(rows: Rows, list: CensusList): LongTable | null {
  const at = rows.findIndex((row) => row.some((cell) => /^(obs_value|observation)$/i.test(cell.trim())));
  if (at < 0) return null;
  const header = rows[at]!.map((cell) => cell.trim().toUpperCase());
  const value = header.findIndex((name) => /^(OBS_VALUE|OBSERVATION)$/.test(name));
  const measure = header.indexOf("MEASURES_NAME");
  const named = header.map((_, column) => ({
    column,
    known: rows.slice(at + 1).filter((row) => list.idOf(row[column] ?? "") !== undefined).length,
  }));
  const best = named.reduce((most, one) => (one.known > most.known ? one : most), { column: -1, known: 0 });
  if (best.known === 0) return null;
  const areas = header
    .map((_, column) => column)
    .filter((column) => ![best.column, value, measure].includes(column));
  return { at, group: best.column, value, areas, measure };
}

/** Counts alone: the API gives percentages as rows of their own. */
function cellsLong(rows: Rows, { at, group, value, areas, measure }: LongTable, area: string): NamedCell[] {
  const found = rows.slice(at + 1).filter((row) => areas.some((column) => isArea(row[column] ?? "", area)));
  if (found.length === 0) throw noSuchArea(area);
  return found
    .filter((row) => measure < 0 || /^value$/i.test((row[measure] ?? "").trim()))
    .map((row) => ({ heading: row[group] ?? "", text: row[value] ?? "" }));
}

const isArea = (cell: string, area: string) => cell.trim() !== "" && plainKey(cell) === plainKey(area);

const noSuchArea = (area: string) =>
  new RangeError(
    `The table has no area called "${area.slice(0, 60)}"; use its name or its nine-character code.`,
  );

function cellsAcross(rows: Rows, at: number, area: string): NamedCell[] {
  const row = rows.slice(at + 1).find((cells) => cells.some((cell) => isArea(cell, area)));
  if (!row) throw noSuchArea(area);
  return (rows[at] ?? []).map((heading, column) => ({ heading, text: row[column] ?? "" }));
}

/** The area heads a column; or, where the file is about one area alone, it is named in a line above and its counts come next. */
function cellsDown(rows: Rows, area: string, { idOf }: CensusList): NamedCell[] {
  const first = rows.findIndex((row) => idOf(row[0] ?? "") !== undefined);
  const above = rows.slice(0, first);
  const heads = above.map((row) => row.findIndex((cell) => isArea(cell, area)));
  const found = heads.findLastIndex((column) => column > 0);
  if (found < 0) throw noSuchArea(area);
  const isTitleLine = /^area name/i.test(above[found]?.[0] ?? "");
  const column = isTitleLine ? 1 : (heads[found] ?? 1);
  return rows.slice(first).map((row) => ({ heading: row[0] ?? "", text: row[column] ?? "" }));
}
