/** More different values than this and a column is a name, an address or a remark: not something to count by. */
export const MOST_DIFFERENT = 500;
/** As many rows as a worksheet has. */
export const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 200;
const LONGEST_CELL = 300;
/** A title and its remarks above the column names take no more rows than this. */
const TITLE_LINES = 10;

/**
 * A spreadsheet with only what can be counted left in it: for each column its different values and which row has which.
 * Columns of names, addresses and remarks are dropped while the file is read, so that nobody's details are held.
 */
export interface CountableColumns {
  readonly header: readonly string[];
  readonly length: number;
  /** Null where the column was dropped. */
  readonly columns: readonly (Column | null)[];
}
interface Column {
  readonly values: readonly string[];
  readonly codes: readonly number[];
}

/**
 * Reads rows, header first. Throws RangeError, in a sentence for the person who chose the file, when there is no header or
 * no row below it, two
 * columns of one name, or too many rows or columns.
 */
export function countableColumns(rows: Iterable<readonly string[]>): CountableColumns {
  let header: readonly string[] | null = null;
  let length = 0;
  let columns: (Filling | null)[] = [];
  for (const row of rows) {
    if (!header) {
      header = trimmedEnd(row).map((cell) => cell.slice(0, LONGEST_CELL));
      if (header.length > MOST_COLUMNS)
        throw new RangeError(`The file has more than ${MOST_COLUMNS} columns.`);
      requireDistinct(header);
      columns = header.map(() => new Filling());
      continue;
    }
    if (length === MOST_ROWS)
      throw new RangeError(`The file has more than ${MOST_ROWS.toLocaleString("en-GB")} rows.`);
    const names = header.filter((cell) => cell.trim() !== "").length;
    if (names === 1 && length < TITLE_LINES && row.filter((cell) => cell.trim() !== "").length > 1)
      throw new RangeError(
        "Row 1 names one column, and rows below it have several. Delete the lines above the column names, and choose the file again.",
      );
    columns.forEach((column, index) => {
      if (column && !column.add((row[index] ?? "").slice(0, LONGEST_CELL))) columns[index] = null;
    });
    length += 1;
  }
  if (!header || header.length === 0)
    throw new RangeError("The file is empty: it needs a header row and at least one row below it.");
  if (length === 0)
    throw new RangeError("The file has names of columns in row 1 and no row below it: nothing to count.");
  return { header, length, columns };
}

/** Throws RangeError when two columns have the same heading, so that a heading means one column. */
export function requireDistinct(header: readonly string[]): void {
  const seen = new Set<string>();
  for (const cell of header) {
    const name = cell.trim().toLowerCase();
    if (name !== "" && seen.has(name))
      throw new RangeError(`Row 1 has two columns headed "${cell.trim()}"; rename or remove one.`);
    seen.add(name);
  }
}

class Filling implements Column {
  readonly values: string[] = [];
  readonly codes: number[] = [];
  private readonly codeOf = new Map<string, number>();

  add(text: string): boolean {
    let code = this.codeOf.get(text);
    if (code === undefined) {
      code = this.values.push(text) - 1;
      this.codeOf.set(text, code);
    }
    this.codes.push(code);
    return this.values.length <= MOST_DIFFERENT;
  }
}

function trimmedEnd(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex((cell) => cell.trim() !== "") + 1);
}

/** The rows again, header first; cells of dropped columns are empty. */
export function* rowsOf({ header, length, columns }: CountableColumns): Generator<readonly string[]> {
  yield header;
  for (let row = 0; row < length; row += 1)
    yield columns.map((column) => (column ? (column.values[column.codes[row] ?? 0] ?? "") : ""));
}

/** The different values of a column, as they stand in the file; none when it was dropped or is not there. */
export function valuesOf({ header, columns }: CountableColumns, name: string): readonly string[] {
  return columns[header.indexOf(name)]?.values ?? [];
}
