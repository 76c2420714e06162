import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { BudgetField, ColumnMap, RateField } from "#app/domain/remuneration/column-map.ts";
import { type ImportedLineRow, readBudgetRows } from "#app/domain/remuneration/import-budget.ts";
import { type ImportedRateRow, readRateRows } from "#app/domain/remuneration/import-rates.ts";
import { inScope, type Transaction } from "./client.server.ts";
import {
  countKnown,
  type FileShape,
  heldRow,
  laidOut,
  refuseProblems,
  removeFile,
} from "./pay-file.server.ts";
import { ownRates } from "./pay-rate.server.ts";
import { sheetOf } from "./remuneration.server.ts";
import { fundLines, payRates } from "./schema/remuneration.ts";

/** What an import of a budget would do, row by row. Changes nothing. */
export function previewBudget(
  scope: Scope,
  importId: string,
  columns: ColumnMap<BudgetField>,
  shape: FileShape = {},
): Promise<ImportedLineRow[]> {
  return inScope(scope, async (tx) => (await budgetRows(tx, scope, importId, columns, shape)).read);
}

/** Adds a fund's lines from a spreadsheet: all of them or none. @throws Refusal with every row's problems */
export async function importBudget(
  scope: Scope,
  importId: string,
  columns: ColumnMap<BudgetField>,
  shape: FileShape = {},
): Promise<{ added: number; known: number }> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const { read, fundId } = await budgetRows(tx, scope, importId, columns, shape);
    refuseProblems(read);
    const fresh = read.flatMap((row) => (row.state === "new" ? [row.line] : []));
    if (fresh.length > 0)
      await tx
        .insert(fundLines)
        .values(fresh.map((line) => ({ ...line, fundId, organisationId: scope.organisationId })));
    await removeFile(tx, scope, importId);
    return { added: fresh.length, known: countKnown(read) };
  });
}

/** What an import of comparators would do. @param source of every row that names none */
export function previewRates(
  scope: Scope,
  importId: string,
  columns: ColumnMap<RateField>,
  source: string,
  shape: FileShape = {},
): Promise<ImportedRateRow[]> {
  return inScope(scope, async (tx) => {
    const { rows } = await heldRow(tx, scope, importId);
    const { below, layout } = laidOut(rows, shape);
    return readRateRows(below, columns, await ownRates(tx, scope), source, layout.firstRow);
  });
}

/** Adds what others pay, every rate with its first day and source: all of a file or nothing. @throws Refusal with every row's problems */
export async function importRates(
  scope: Scope,
  importId: string,
  columns: ColumnMap<RateField>,
  source: string,
  shape: FileShape = {},
): Promise<{ added: number; known: number }> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const { rows } = await heldRow(tx, scope, importId, "update");
    const { below, layout } = laidOut(rows, shape);
    const read = readRateRows(below, columns, await ownRates(tx, scope), source, layout.firstRow);
    refuseProblems(read);
    const fresh = read.flatMap((row) => (row.state === "new" ? [row.rate] : []));
    if (fresh.length > 0)
      await tx
        .insert(payRates)
        .values(fresh.map((rate) => ({ ...rate, organisationId: scope.organisationId })));
    await removeFile(tx, scope, importId);
    return { added: fresh.length, known: countKnown(read) };
  });
}

async function budgetRows(
  tx: Transaction,
  scope: Scope,
  importId: string,
  columns: ColumnMap<BudgetField>,
  shape: FileShape,
): Promise<{ read: ImportedLineRow[]; fundId: string }> {
  const { rows, fundId } = await heldRow(tx, scope, importId);
  if (!fundId) throw Refusal.notFound("budget");
  const sheet = await sheetOf(tx, scope, fundId, "update");
  const { below, layout } = laidOut(rows, shape);
  return {
    fundId,
    read: readBudgetRows(below, columns, sheet.lines, sheet.total.unallocated, layout.firstRow),
  };
}
