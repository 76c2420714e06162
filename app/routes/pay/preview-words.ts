import { formatPence } from "#app/domain/money/format.ts";
import type { ImportedLineRow } from "#app/domain/remuneration/import-budget.ts";
import type { ImportedRow } from "#app/domain/remuneration/import-payments.ts";
import { paymentKindNames, purposeNames } from "#app/domain/remuneration/words.ts";

/** A row of a preview as one line of a table. */
export function previewWords(row: ImportedRow | ImportedLineRow) {
  return { row: row.row, state: row.state, words: wordsOf(row) };
}

function wordsOf(row: ImportedRow | ImportedLineRow): string {
  switch (row.state) {
    case "wrong":
      return row.problems.join(" ");
    case "known":
      return "financeReference" in row ? row.financeReference : row.title;
    case "new":
      return "payment" in row
        ? `${row.payment.financeReference}: ${formatPence(row.payment.amountPence)} on ${row.payment.paidOn}, ${paymentKindNames[row.payment.kind].toLowerCase()}${row.payment.offerId ? ", on an offer" : ""}`
        : `${row.line.title}: ${formatPence(row.line.amountPence)}, ${purposeNames[row.line.purpose].toLowerCase()}`;
  }
}
