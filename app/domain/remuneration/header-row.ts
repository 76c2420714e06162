import { type Fields, guessColumns } from "./column-map.ts";

/** Finance systems write their name, the period and the filters above the table; never more than this. */
const DEEPEST = 40;

/**
 * Which row names the columns: the one among the first in which most of the fields are recognised, the earlier of two alike.
 * @param rows as they stand in the file
 * @returns its index; that of the first row with anything in it where no row is recognised
 */
export function headerRowIn(fields: Fields, rows: readonly (readonly string[])[]): number {
  let best = Math.max(0, rows.findIndex(filled));
  let most = 1;
  rows.slice(0, DEEPEST).forEach((row, index) => {
    const found = Object.values(guessColumns(fields, row)).filter((column) => column >= 0).length;
    if (found > most && row.filter((cell) => cell.trim() !== "").length > 1) [best, most] = [index, found];
  });
  return best;
}

function filled(row: readonly string[]): boolean {
  return row.some((cell) => cell.trim() !== "");
}
