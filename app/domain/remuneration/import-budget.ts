import { formatPence } from "../money/format.ts";
import { parseAmount } from "../money/parse-pence.ts";
import { restoreFormula } from "../spreadsheet/cell.ts";
import type { BudgetField, ColumnMap } from "./column-map.ts";
import { type Line, type LinePurpose, linePurposes } from "./fund.ts";
import { plain } from "./plain.ts";
import { benefitNamed, benefitSentence } from "./names-benefit.ts";
import { purposeNames } from "./words.ts";

export type ImportedLine = { purpose: LinePurpose; title: string; amountPence: number };

/** One row of a budget: a new line, one that the fund has already, or what is wrong with it. */
export type ImportedLineRow = { row: number } & (
  | { state: "new"; line: ImportedLine }
  | { state: "known"; title: string }
  | { state: "wrong"; problems: string[] }
  | { state: "left-out"; why: string }
);

/**
 * Reads a fund's lines from a spreadsheet. A row named “Total” is checked against the rows before it and becomes no line.
 * @param unallocated what the fund holds outside its lines, in pence
 * @param firstRow number of the first row after the header, as a spreadsheet counts
 */
export function readBudgetRows(
  rows: readonly (readonly string[])[],
  columns: ColumnMap<BudgetField>,
  lines: readonly Line[],
  unallocated: number,
  firstRow = 2,
): ImportedLineRow[] {
  const booked = new Map(lines.map((line) => [plain(line.title), line]));
  const seen = new Map<string, number>();
  let left = unallocated;
  let sum = 0;
  const found: ImportedLineRow[] = [];
  rows.forEach((cells, index) => {
    const row = firstRow + index;
    const cell = (field: BudgetField) => restoreFormula((cells[columns[field]] ?? "").trim());
    if (cells.every((one) => one.trim() === "")) return;
    const typed = cells.filter((one) => one.trim() !== "");
    if (typed.length === 1 && cell("amount") === "") {
      found.push({ row, state: "left-out", why: `A note, not a line: “${typed[0]!.trim().slice(0, 80)}”.` });
      return;
    }
    const problems: string[] = [];
    const amount = amountIn(cell("amount"), row, problems);
    const title = cell("title");
    if (isTotal(title) || (title === "" && isTotal(cell("purpose")))) {
      if (amount !== undefined && amount !== sum)
        problems.push(
          `Row ${row}, amount: the total says ${formatPence(amount)}, and the rows above add up to ${formatPence(sum)}.`,
        );
      if (problems.length > 0) found.push({ row, state: "wrong", problems });
      return;
    }
    const purpose = linePurposes.find((one) =>
      [one, plain(purposeNames[one])].includes(plain(cell("purpose"))),
    );
    if (!purpose)
      problems.push(
        `Row ${row}, what it pays for: “${cell("purpose").slice(0, 40)}” is not known. Write one of ${Object.values(purposeNames).join(", ")}.`,
      );
    if (title === "") problems.push(`Row ${row}, name of the line: it is empty.`);
    const benefit = benefitNamed(title);
    if (benefit) problems.push(`Row ${row}, name of the line: ${benefitSentence(benefit)}`);
    if (title.length > 120) problems.push(`Row ${row}, name of the line: use 120 characters or fewer.`);
    const before = seen.get(plain(title));
    if (title !== "" && before)
      problems.push(`Row ${row}, name of the line: “${title}” is in row ${before} already.`);
    seen.set(plain(title), before ?? row);
    sum += amount ?? 0;
    const known = booked.get(plain(title));
    if (known && amount !== undefined && (known.amountPence !== amount || known.purpose !== purpose))
      problems.push(
        `Row ${row}: the fund has a line “${title}” of ${formatPence(known.amountPence)}. Move money to change it, so that the reason is kept.`,
      );
    if (!known && amount !== undefined) {
      left -= amount;
      if (left < 0)
        problems.push(
          `Row ${row}, amount: with it the lines are ${formatPence(-left)} more than the fund holds. Make a line smaller or the fund larger.`,
        );
    }
    if (problems.length > 0 || amount === undefined || !purpose)
      found.push({ row, state: "wrong", problems });
    else if (known) found.push({ row, state: "known", title });
    else found.push({ row, state: "new", line: { purpose, title, amountPence: amount } });
  });
  return found;
}

function amountIn(written: string, row: number, problems: string[]): number | undefined {
  try {
    const pence = parseAmount(written);
    if (pence >= 0) return pence;
    problems.push(`Row ${row}, amount: “${written.slice(0, 40)}” is below £0. A budget cannot be.`);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(`Row ${row}, amount: ${error.message}`);
  }
  return undefined;
}

function isTotal(text: string): boolean {
  return /^(grand )?totals?:?$/i.test(text);
}
