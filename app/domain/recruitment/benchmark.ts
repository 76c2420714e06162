import type { ListId } from "./benchmark-list.ts";
import { isScheme, listName } from "./benchmark-list.ts";
import type { Scheme, SchemeId } from "./category.ts";
import { withoutCode } from "./census-area.ts";
import { ethnicList, RELIGION_LIST, type CensusList } from "./census-list.ts";
import { censusArea, censusCounts, isTableOf, notThisTable } from "./census-table.ts";
import { SCHEMES } from "./schemes.ts";

type Rows = readonly (readonly string[])[];

/** Who a group is compared with. Prefer `served`: the census counts everyone of every age, not the people served. */
export interface Benchmark<List extends ListId = SchemeId> {
  readonly kind: "served" | "area" | "national";
  /** What it counts people by: a list of ethnic groups, or another characteristic. */
  readonly scheme: List;
  readonly place: string;
  readonly source: string;
  /** The date the figures describe, ISO. */
  readonly on: string;
  /** People by id of the list. Who gave no answer is not among them. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * One area of a census table about ethnic group; see `censusCounts` for the forms it may have.
 * Throws RangeError that says what is missing.
 */
export function areaBenchmark(
  rows: Rows,
  area: string,
  scheme: Scheme,
  about: Pick<Benchmark, "source" | "on">,
): Benchmark {
  const counts = censusCounts(rows, area, ethnicList(scheme));
  return { kind: "area", scheme: scheme.id, place: area, ...about, counts };
}

/** Lists that a census table may be imported under; the other characteristics are entered by hand. */
export const CENSUS_LISTS = [...Object.values(SCHEMES).map(({ id }) => id), "religion"] as const;

/**
 * People of one area by id of the list. @throws RangeError that says what is wrong with the table, also where no census table is
 * read under this list
 */
export function areaCounts(rows: Rows, area: string, list: ListId): Record<string, number> {
  return areaOf(rows, area, list).counts;
}

/** The same with the area’s name as the table writes it, however it was asked for. */
export function areaOf(rows: Rows, area: string, list: ListId) {
  const { name, counts } = censusArea(rows, area, requireCensusTable(rows, list));
  return { name: withoutCode(name), counts };
}

/** @throws RangeError where the table is not one of this list, whatever its areas; it says which list would fit */
export function requireCensusTable(rows: Rows, list: ListId): CensusList {
  const census = censusList(list);
  if (!census)
    throw new RangeError("Census tables are read for ethnic group and religion; enter this one by hand.");
  if (isTableOf(rows, census)) return census;
  const fitting = Object.values(SCHEMES).find((scheme) => isTableOf(rows, ethnicList(scheme)));
  if (fitting && isScheme(list))
    throw new RangeError(
      `The table does not name ${census.needs}. It has the groups of “${listName(fitting.id)}”: choose that as what the table counts.`,
    );
  throw new RangeError(notThisTable(rows, census));
}

function censusList(list: ListId): CensusList | null {
  if (isScheme(list)) return ethnicList(SCHEMES[list]);
  return list === "religion" ? RELIGION_LIST : null;
}
