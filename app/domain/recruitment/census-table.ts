import { areaName, isArea, noSuchArea, severalAreas } from "./census-area.ts";
import { idsAmong, idsOf } from "./census-headings.ts";
import type { CensusList } from "./census-list.ts";

type Row = readonly string[];
type Rows = readonly Row[];
type NamedCell = { readonly heading: string; readonly text: string };
/** What was found of one area: its name as the table has it, and its cells. */
type Found = { readonly name: string; readonly cells: readonly NamedCell[] };

/**
 * Finds one area in a census table already split into cells: a Nomis download with a row for each area, a row for each group
 * (and one such table after another, for several areas); a row for each area and group, as the Nomis API and the ONS write; or
 * a table with `code`, `name`, `total` and one column for each group. Title lines above are skipped. `area` is a nine-character
 * code or a name. Returns people by id of the list. Throws RangeError that says what is missing and what to do.
 */
export function censusCounts(rows: Rows, area: string, list: CensusList): Record<string, number> {
  return censusArea(rows, area, list).counts;
}

/** The same, with the name of the area: who gave a code wants to read a name. */
export function censusArea(rows: Rows, area: string, list: CensusList) {
  const layout = layoutOf(rows, list);
  if (!layout) throw new RangeError(notThisTable(rows, list));
  const { name, cells } = foundIn(layout, rows, area, list);
  const counts = countsFrom(cells, list);
  if (!list.holdsAll(new Set(Object.keys(counts))))
    throw new RangeError(`The rows of "${area.slice(0, 60)}" do not name ${list.needs}.`);
  return { name, counts };
}

/** Whether the table is one of this list, whatever its areas. */
export function isTableOf(rows: Rows, list: CensusList): boolean {
  return layoutOf(rows, list) !== null;
}

/** A row for each area and group: the column of groups, that of counts, and all others, where the area may be named. */
type LongTable = { at: number; group: number; value: number; areas: number[]; measure: number };
type Layout = LongTable | { readonly across: number } | { readonly down: Rows[] };

function layoutOf(rows: Rows, list: CensusList): Layout | null {
  const long = longTable(rows, list);
  if (long) return long;
  const across = rows.findIndex((row) => row.length > 1 && list.holdsAll(idsAmong(row, list)));
  if (across >= 0) return { across };
  const down = tablesDown(rows).filter((table) => list.holdsAll(idsAmong(firstColumn(table), list)));
  return down.length > 0 ? { down } : null;
}

function foundIn(layout: Layout, rows: Rows, area: string, list: CensusList): Found {
  if ("across" in layout) return cellsAcross(rows, layout.across, area, list);
  return "down" in layout ? cellsDown(layout.down, area, list) : cellsLong(rows, layout, area);
}

function countsFrom(cells: readonly NamedCell[], list: CensusList): Record<string, number> {
  const counts: Record<string, number> = {};
  const ids = idsOf(
    cells.map(({ heading }) => heading),
    list,
  );
  cells.forEach(({ heading, text }, at) => {
    const id = ids[at];
    if (id !== undefined) counts[id] = (counts[id] ?? 0) + peopleIn(text, heading);
  });
  return counts;
}

/** Scotland's census writes nobody as a dash. */
function peopleIn(text: string, heading: string): number {
  const plain = text.replaceAll(",", "").trim();
  if (/^[-–]$/.test(plain)) return 0;
  const people = Number(plain || "x");
  if (Number.isInteger(people) && people >= 0) return people;
  const said = plain === "" ? "The cell" : `"${text.slice(0, 60)}"`;
  throw new RangeError(
    `${said} under "${heading.slice(0, 90)}" is not a count of people. ` +
      (people > 0 && people < 100
        ? "It looks like a percentage: download the table with numbers."
        : "Mend it in the file, and choose the file again."),
  );
}

/** Why a table is none of this list, as a sentence for whoever chose it. */
export function notThisTable(rows: Rows, list: CensusList): string {
  const { topic, needs } = list;
  const rowsAndColumns = [...rows.slice(0, 200), firstColumn(rows.slice(0, 2000))];
  const best = rowsAndColumns.reduce<Set<string>>((most, headings) => {
    const ids = idsAmong(headings, list);
    return ids.size > most.size ? ids : most;
  }, new Set());
  const lacks = list.lacks(best);
  // One or two groups short is another mistake than another table.
  if (lacks.length > 0 && best.size > lacks.length)
    return `The table does not name ${needs}. It lacks ${lacks.map((label) => `“${label}”`).join(", ")}. Download it with every group.`;
  const says = (pattern: RegExp) => rows.some((row) => row.some((cell) => pattern.test(cell.trim())));
  const broad = rowsAndColumns.some((headings) => headings.filter(list.isBroad).length >= 3);
  const other =
    topic === "ethnic group" && says(/^(no religion|religion)/i)
      ? " It is about religion; choose religion as what the table counts."
      : topic === "religion" && says(/^(ethnic group|(white|asian|mixed)\b)/i)
        ? " It is about ethnic group; choose the list of ethnic groups that the table counts."
        : broad
          ? " It counts broad groups only: download the table that has every group, such as TS021."
          : ` Choose a table by ${topic}, such as ${topic === "religion" ? "TS030" : "TS021"} from Nomis.`;
  return `The table has no header row with ${needs}.${other}`;
}

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
function cellsLong(rows: Rows, { at, group, value, areas, measure }: LongTable, area: string): Found {
  const below = rows.slice(at + 1);
  const nameOf = (row: Row) => areaName(areas.map((column) => row[column] ?? ""));
  const found = below.filter((row) => areas.some((column) => isArea(row[column] ?? "", area)));
  if (found.length === 0) throw noSuchArea(area, below.map(nameOf));
  const names = [...new Set(found.map(nameOf))];
  if (names.length > 1) throw severalAreas(area, names);
  const cells = found
    .filter((row) => measure < 0 || /^value$/i.test((row[measure] ?? "").trim()))
    .map((row) => ({ heading: row[group] ?? "", text: row[value] ?? "" }));
  return { name: names[0]!, cells };
}

function cellsAcross(rows: Rows, at: number, area: string, list: CensusList): Found {
  const header = rows[at] ?? [];
  const first = idsOf(header, list).findIndex((id) => id !== undefined);
  const below = rows.slice(at + 1);
  // The area stands before the groups or, in some tables, behind them: never in a cell of figures.
  const places = (row: Row) => row.filter((_, column) => column < first || column >= header.length - 1);
  const found = below.filter((row) => places(row).some((cell) => isArea(cell, area)));
  const [row] = found;
  // Notes stand below the figures, and have one cell.
  if (!row)
    throw noSuchArea(
      area,
      below.filter((cells) => cells.length > first).map((cells) => areaName(cells.slice(0, first))),
    );
  if (new Set(found.map((cells) => cells.join("\u0000"))).size > 1)
    throw severalAreas(area, found.map(areaName));
  const cells = header.map((heading, column) => ({ heading, text: row[column] ?? "" }));
  return { name: areaName(places(row)), cells };
}

const isTitle = (row: Row) => /^area name\b/i.test((row[0] ?? "").trim());
const firstColumn = (rows: Rows) => rows.map((row) => row[0] ?? "");

/** One table after another where the file has several areas: each has its area in a line above its figures. */
function tablesDown(rows: Rows): Rows[] {
  const titles = rows.flatMap((row, at) => (isTitle(row) ? [at] : []));
  if (titles.length < 2) return [rows];
  return titles.map((at, n) => rows.slice(at, titles[n + 1]));
}

/** The area heads a column; or, where a table is about one area alone, it is named in a line above and its counts come next. */
function cellsDown(tables: readonly Rows[], area: string, list: CensusList): Found {
  const found = tables.flatMap((table) => {
    const first = idsOf(firstColumn(table), list).findIndex((id) => id !== undefined);
    const above = table.slice(0, first);
    const named = above.findLast((row) => row.some((cell, column) => column > 0 && isArea(cell, area)));
    if (!named) return [];
    const columns = isTitle(named)
      ? [countsColumn(above)]
      : named.flatMap((cell, column) => (column > 0 && isArea(cell, area) ? [column] : []));
    const nameAt = (column: number) =>
      areaName(isTitle(named) ? named.slice(1) : headsOf(above).map((row) => row[column] ?? ""));
    return columns.map((column) => ({ table, first, column, name: nameAt(column) }));
  });
  const [one] = found;
  if (!one)
    throw noSuchArea(
      area,
      tables.flatMap((table) => areasAbove(table, list)),
    );
  if (found.length > 1)
    throw severalAreas(
      area,
      found.map(({ name }) => name),
    );
  const figures = one.table.slice(one.first);
  return {
    name: one.name,
    cells: figures.map((row) => ({ heading: row[0] ?? "", text: row[one.column] ?? "" })),
  };
}

/** Beside the groups, "number" stands before "%", or after it. */
function countsColumn(above: Rows): number {
  const columns = above.map((row) => row.findIndex((cell) => /^(number|value|count)s?$/i.test(cell.trim())));
  return columns.findLast((column) => column > 0) ?? 1;
}

/** "Units      :" and its kind stand above the heads of the columns. */
const headsOf = (above: Rows) => above.filter(([start = ""]) => !start.trim().endsWith(":"));

function areasAbove(table: Rows, list: CensusList): string[] {
  const first = idsOf(firstColumn(table), list).findIndex((id) => id !== undefined);
  const above = table.slice(0, first);
  const title = above.find(isTitle);
  if (title) return [areaName(title.slice(1))];
  const heads = headsOf(above).map((row) => row.slice(1));
  return (heads.findLast((cells) => areaName(cells) !== "") ?? []).map((cell) => areaName([cell]));
}
