import { parseAmount } from "../money/parse-pence.ts";
import { Refusal } from "../refusal.ts";
import { restoreFormula } from "../spreadsheet/cell.ts";
import type { ColumnMap, PaymentField } from "./column-map.ts";
import { requireNoBenefit } from "./names-benefit.ts";
import { readDay } from "./read-day.ts";
import type { PaymentKind } from "./words.ts";

/** Bank statements write money out with a minus; finance systems mostly without. */
export type MoneyOut = "plain" | "minus";

/** One row as it was typed, and what could be read of it without the books. `row` as a spreadsheet counts. */
export type ReadRow = {
  row: number;
  cell: (field: PaymentField) => string;
  financeReference?: string;
  amountPence?: number;
  paidOn?: string;
  kind?: PaymentKind;
  /** Empty where the file does not say. */
  heldOn?: string;
  problems: string[];
};

/** Reads what a row says by itself. */
export function readRow(
  row: number,
  cells: readonly string[],
  columns: ColumnMap<PaymentField>,
  moneyOut: MoneyOut,
): ReadRow {
  const cell = (field: PaymentField) =>
    columns[field] >= 0 ? restoreFormula((cells[columns[field]] ?? "").trim()).trim() : "";
  const problems: string[] = [];
  const attempt = attempting(row, problems);
  attempt("currency", () => requirePounds(cell("currency")));
  attempt("how it was paid", () => requireNoBenefit(cell("method")));
  attempt("reference for the person", () => requireNoBenefit(cell("person")));
  return {
    row,
    cell,
    problems,
    financeReference: attempt("finance reference", () => referenceIn(cell("financeReference"))),
    amountPence: attempt("amount", () => amountIn(cell, columns, moneyOut)),
    paidOn: attempt("paid on", () => readDay(cell("paidOn"))),
    kind: attempt("what for", () => kindIn(cell("kind"))),
    heldOn: cell("heldOn") ? attempt("day the person took part", () => readDay(cell("heldOn"))) : "",
  };
}

/** Runs a piece of work; what it refuses becomes a sentence that names the row and the field. */
export function attempting(row: number, problems: string[]) {
  return <T>(field: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof RangeError) && !(error instanceof Refusal)) throw error;
      problems.push(`Row ${row}, ${field}: ${error.message}`);
      return undefined;
    }
  };
}

function requirePounds(written: string): void {
  if (written !== "" && !/^(gbp|£|pounds?( sterling)?|sterling)$/i.test(written))
    throw new RangeError(
      `“${written.slice(0, 20)}” is not pounds. Kept counts pounds sterling only: leave the row out, or give what it came to in pounds.`,
    );
}

function referenceIn(written: string): string {
  if (written === "")
    throw new RangeError("it is empty. Every payment needs the finance system's reference.");
  requireNoBenefit(written);
  if (/\S@\S/.test(written))
    throw new RangeError(
      "it holds an e-mail address. Use the finance system's number: the books name nobody.",
    );
  if (written.length > 80) throw new RangeError("it is longer than 80 characters. Use the reference alone.");
  return written;
}

function amountIn(
  cell: (field: PaymentField) => string,
  columns: ColumnMap<PaymentField>,
  moneyOut: MoneyOut,
): number {
  const pence =
    columns.amount >= 0
      ? oneColumn(cell("amount"))
      : twoColumns(columns.debit >= 0 ? cell("debit") : "", columns.credit >= 0 ? cell("credit") : "");
  if (pence === 0) throw new RangeError("it is £0. Leave the row out.");
  return moneyOut === "minus" ? -pence : pence;
}

/** In a ledger of costs, DR behind an amount is money out and CR money back. */
function oneColumn(written: string): number {
  const marked = /^(.*\d\)?)\s*(dr|cr)\.?$/i.exec(written);
  if (!marked) return parseAmount(written);
  const pence = parseAmount(marked[1]!);
  return marked[2]!.toLowerCase() === "cr" ? -pence : pence;
}

function twoColumns(debit: string, credit: string): number {
  if (debit === "" && credit === "") throw new RangeError("neither money out nor money back is given.");
  const out = debit === "" ? 0 : parseAmount(debit);
  const back = credit === "" ? 0 : parseAmount(credit);
  if (out !== 0 && back !== 0)
    throw new RangeError("it has both money out and money back. Give each a row of its own.");
  return out - back;
}

function kindIn(written: string): PaymentKind {
  const text = written.replace(/\s+/g, " ").toLowerCase();
  if (text === "" || /^(fees?|pay|time|fee for time)$/.test(text)) return "fee";
  if (/^expenses?$/.test(text)) return "expenses";
  if (/^other( costs?)?$/.test(text)) return "other";
  throw new RangeError(`“${written.slice(0, 40)}” is not known. Write fee, expenses or other.`);
}
