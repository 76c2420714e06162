import type { ColumnMap, PaymentField } from "./column-map.ts";
import { leftOutAs } from "./left-out.ts";
import { plain } from "./plain.ts";
import { type MoneyOut, type ReadRow, readRow } from "./payment-row.ts";
import { type Books, type ImportedRow, RunningBooks } from "./running-books.ts";

/** How a file is laid out beyond its columns. */
export type Layout = {
  /** Number of the first row after the header, as a spreadsheet counts. */
  firstRow: number;
  header: readonly string[];
  moneyOut: MoneyOut;
};
const plainLayout: Layout = { firstRow: 2, header: [], moneyOut: "plain" };

/**
 * Reads every row against the books and the payments before it, so that what the preview says is what the import does. Changes
 * nothing. A reference that is in the books with the same amount, day and line is known and left alone; with others it is wrong.
 * Payments are taken by their day, money back last, whatever the order of the rows: a file that is sorted otherwise gives the
 * same books.
 * @param rows without the header
 */
export function readPaymentRows(
  rows: readonly (readonly string[])[],
  columns: ColumnMap<PaymentField>,
  books: Books,
  layout: Layout = plainLayout,
): ImportedRow[] {
  const read: ReadRow[] = [];
  const done: ImportedRow[] = [];
  const running = new RunningBooks(books);
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    const row = layout.firstRow + index;
    const each = readRow(row, cells, columns, layout.moneyOut);
    const why = leftOutAs(cells, layout.header, each.cell("paidOn"), each.cell("financeReference"));
    if (why) done.push({ row, state: "left-out", why });
    else read.push(each);
  });
  refuseRepeated(read);
  for (const each of [...read].sort(byDay)) done.push(running.take(each));
  return done.sort((a, b) => a.row - b.row);
}

function byDay(a: ReadRow, b: ReadRow): number {
  return (
    (a.paidOn ?? "").localeCompare(b.paidOn ?? "") ||
    Number((a.amountPence ?? 0) < 0) - Number((b.amountPence ?? 0) < 0) ||
    (a.financeReference ?? "").localeCompare(b.financeReference ?? "") ||
    a.row - b.row
  );
}

function refuseRepeated(rows: readonly ReadRow[]): void {
  const rowOf = new Map<string, number>();
  for (const { row, financeReference, problems } of rows) {
    if (!financeReference) continue;
    const earlier = rowOf.get(plain(financeReference));
    if (earlier)
      problems.push(
        `Row ${row}, finance reference: “${financeReference}” is in row ${earlier} already. Each payment needs its own: choose the column whose number is never repeated.`,
      );
    else rowOf.set(plain(financeReference), row);
  }
}
