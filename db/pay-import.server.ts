import { and, eq, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { BudgetField, ColumnMap, PaymentField } from "#app/domain/remuneration/column-map.ts";
import { readBudgetRows, type ImportedLineRow } from "#app/domain/remuneration/import-budget.ts";
import { readPaymentRows, type ImportedRow } from "#app/domain/remuneration/import-payments.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { sheetOf, sheetsOfAll } from "./remuneration.server.ts";
import { fundLines, funds, offers, payImports, payments } from "./schema/remuneration.ts";

/** Keeps a file's rows until they are imported, a day at the longest; other files of that age go now. @returns its id */
export async function holdFile(
  scope: Scope,
  file:
    | { kind: "payments"; fileName: string; rows: string[][] }
    | { kind: "budget"; fundId: string; fileName: string; rows: string[][] },
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    await tx
      .delete(payImports)
      .where(
        and(
          eq(payImports.organisationId, scope.organisationId),
          sql`${payImports.createdAt} < now() - interval '1 day'`,
        ),
      );
    if (file.kind === "budget") await sheetOf(tx, scope, file.fundId);
    const [held] = await tx
      .insert(payImports)
      .values({ ...file, organisationId: scope.organisationId })
      .returning({ id: payImports.id });
    return held!.id;
  });
}

/** @throws Refusal 404 once it has been imported or a day has passed */
export function requireHeldFile(scope: Scope, importId: string) {
  return inScope(scope, (tx) => heldRow(tx, scope, importId));
}

/** What an import would do, row by row. Changes nothing. */
export function previewPayments(
  scope: Scope,
  importId: string,
  columns: ColumnMap<PaymentField>,
  lineId: string | null,
): Promise<ImportedRow[]> {
  return inScope(scope, async (tx) => {
    const { rows } = await heldRow(tx, scope, importId);
    return readPaymentRows(rows.slice(1), columns, await booksOf(tx, scope, lineId));
  });
}

/**
 * Imports a whole file or nothing of it. Payments that are in the books already are left alone, so that the same file again
 * changes nothing.
 * @throws Refusal with every row's problems
 */
export async function importPayments(
  scope: Scope,
  importId: string,
  columns: ColumnMap<PaymentField>,
  lineId: string | null,
): Promise<{ added: number; known: number }> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const mine = scope.organisationId;
    const { rows } = await heldRow(tx, scope, importId);
    // Every line, always in the same order: two imports, or an import and a payment, cannot wait for one another.
    await tx
      .select({ id: fundLines.id })
      .from(fundLines)
      .where(eq(fundLines.organisationId, mine))
      .orderBy(fundLines.id)
      .for("update");
    await tx.select({ id: funds.id }).from(funds).where(eq(funds.organisationId, mine)).for("share");
    const read = readPaymentRows(rows.slice(1), columns, await booksOf(tx, scope, lineId));
    refuseProblems(read);
    const fresh = read.flatMap((row) => (row.state === "new" ? [row.payment] : []));
    for (let start = 0; start < fresh.length; start += 500)
      await tx
        .insert(payments)
        .values(fresh.slice(start, start + 500).map((payment) => ({ ...payment, organisationId: mine })));
    await tx.delete(payImports).where(and(eq(payImports.organisationId, mine), eq(payImports.id, importId)));
    return { added: fresh.length, known: read.length - fresh.length };
  });
}

export function previewBudget(
  scope: Scope,
  importId: string,
  columns: ColumnMap<BudgetField>,
): Promise<ImportedLineRow[]> {
  return inScope(scope, async (tx) => (await budgetRows(tx, scope, importId, columns)).read);
}

/** Adds a fund's lines from a spreadsheet: all of them or none. @throws Refusal with every row's problems */
export async function importBudget(
  scope: Scope,
  importId: string,
  columns: ColumnMap<BudgetField>,
): Promise<{ added: number; known: number }> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const { read, fundId } = await budgetRows(tx, scope, importId, columns);
    refuseProblems(read);
    const fresh = read.flatMap((row) => (row.state === "new" ? [row.line] : []));
    if (fresh.length > 0)
      await tx
        .insert(fundLines)
        .values(fresh.map((line) => ({ ...line, fundId, organisationId: scope.organisationId })));
    await tx
      .delete(payImports)
      .where(and(eq(payImports.organisationId, scope.organisationId), eq(payImports.id, importId)));
    return { added: fresh.length, known: read.length - fresh.length };
  });
}

async function budgetRows(
  tx: Transaction,
  scope: Scope,
  importId: string,
  columns: ColumnMap<BudgetField>,
): Promise<{ read: ImportedLineRow[]; fundId: string }> {
  const { rows, fundId } = await heldRow(tx, scope, importId);
  if (!fundId) throw Refusal.notFound("budget");
  const sheet = await sheetOf(tx, scope, fundId, "update");
  return { fundId, read: readBudgetRows(rows.slice(1), columns, sheet.lines, sheet.total.unallocated) };
}

async function heldRow(tx: Transaction, scope: Scope, importId: string) {
  const [row] = await tx
    .select()
    .from(payImports)
    .where(and(eq(payImports.organisationId, scope.organisationId), eq(payImports.id, importId)));
  if (!row) throw Refusal.notFound("file. It has been imported, or a day has passed: upload it again");
  return row;
}

async function booksOf(tx: Transaction, scope: Scope, lineId: string | null) {
  const mine = scope.organisationId;
  const sheets = await sheetsOfAll(tx, scope);
  return {
    lineId,
    lines: sheets.flatMap(({ fund, lines, positions, decisions }) =>
      lines.map((line) => ({
        line,
        fund,
        position: positions.get(line.id)!,
        overspends: decisions
          .filter(({ kind }) => kind === "overspend")
          .map(({ toLine, amountPence, reason, decidedOn }) => ({
            lineId: toLine!,
            overByPence: amountPence,
            reason,
            decidedOn,
          })),
      })),
    ),
    offers: await tx.select().from(offers).where(eq(offers.organisationId, mine)),
    payments: await tx.select().from(payments).where(eq(payments.organisationId, mine)),
  };
}

function refuseProblems(rows: readonly (ImportedRow | ImportedLineRow)[]): void {
  const problems = rows.flatMap((row) => (row.state === "wrong" ? row.problems : []));
  if (problems.length > 0) throw Refusal.invalid({ form: problems.slice(0, 50) });
}
