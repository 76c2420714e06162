import { type Occurrence, type Status } from "../rule.ts";
import table from "./table-2015-2040.json";

export const TABLE_VERSION = 5;
export const TABLE_FROM = 2015;
export const TABLE_TO = 2040;

/** Epoch day, length in days less one, and places in the lists of authorities and statuses. */
type Cell = [day: number, more: number, authority: number, status: number];

export interface Table {
  version: number;
  from: number;
  to: number;
  authorities: string[];
  /** By tradition and id, then by year from the first: the occurrences of that year. */
  days: Record<string, Cell[][][]>;
}

export const STATUSES: Status[] = ["fixed", "calculated", "predicted", "announced"];

const stored = table as unknown as Table;

/** A year's occurrences from the checked-in table, or undefined outside its years or for what it does not hold. */
export function storedOccurrences(tradition: string, id: string, year: number): Occurrence[] | undefined {
  const cells = stored.days[`${tradition}/${id}`]?.[year - stored.from];
  return cells?.map((occurrence) =>
    occurrence.map(([day, more, authority, status]) => ({
      day,
      ...(more > 0 ? { end: day + more } : {}),
      authority: stored.authorities[authority] ?? "",
      status: STATUSES[status] ?? "calculated",
    })),
  );
}
