import { writtenDay } from "#app/domain/dates/written-day.ts";
import { formatPence } from "#app/domain/money/format.ts";
import type { ImportedLineRow } from "#app/domain/remuneration/import-budget.ts";
import type { ImportedPayment, ImportedRow } from "#app/domain/remuneration/running-books.ts";
import type { ImportedRate, ImportedRateRow } from "#app/domain/remuneration/import-rates.ts";
import { paymentKindNames, placeNames, purposeNames } from "#app/domain/remuneration/words.ts";

type AnyRow = ImportedRow | ImportedLineRow | ImportedRateRow;

/** A row of a preview as one line of a table. */
export function previewWords(row: AnyRow) {
  return { row: row.row, state: row.state, words: wordsOf(row), asks: questionsOf(row) };
}

/** What has to be looked at before the row is kept, in sentences. */
export function questionsOf(row: AnyRow): string[] {
  return row.state === "new" && "asks" in row && row.asks
    ? [row.asks.name, row.asks.more].filter((sentence) => sentence !== undefined)
    : [];
}

function wordsOf(row: AnyRow): string {
  switch (row.state) {
    case "wrong":
      return row.problems.join(" ");
    case "known":
      return "financeReference" in row ? row.financeReference : row.title;
    case "left-out":
      return row.why;
    case "new":
      if ("rate" in row) return rateWords(row.rate);
      return "payment" in row
        ? paymentWords(row.payment)
        : `${row.line.title}: ${formatPence(row.line.amountPence)}, ${purposeNames[row.line.purpose].toLowerCase()}`;
  }
}

function paymentWords(payment: ImportedPayment): string {
  const { financeReference, amountPence, paidOn, kind, offerId } = payment;
  const what = amountPence < 0 ? "money back" : paymentKindNames[kind].toLowerCase();
  return `${financeReference}: ${formatPence(amountPence)} on ${writtenDay(paidOn)}, ${what}${offerId ? ", on an offer" : ""}`;
}

function rateWords({ title, pencePerHour, place, from, until, source }: ImportedRate): string {
  const days = `from ${writtenDay(from)}${until ? ` to ${writtenDay(until)}` : ""}`;
  return `${title}: ${formatPence(pencePerHour)} an hour, ${placeNames[place]}, ${days}. Source: ${source}`;
}
