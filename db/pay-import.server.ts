import { and, eq, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { beyondOwedNote } from "#app/domain/remuneration/beyond-owed.ts";
import type { BudgetField, ColumnMap, PaymentField, RateField } from "#app/domain/remuneration/column-map.ts";
import { readBudgetRows, type ImportedLineRow } from "#app/domain/remuneration/import-budget.ts";
import { readPaymentRows, type ImportedRow, type Layout } from "#app/domain/remuneration/import-payments.ts";
import { type ImportedRateRow, readRateRows } from "#app/domain/remuneration/import-rates.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import type { MoneyOut } from "#app/domain/remuneration/payment-row.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { HELD_HOURS } from "./held-files.server.ts";
import { ownRates } from "./pay-rate.server.ts";
import { sheetOf, sheetsOfAll } from "./remuneration.server.ts";
import { fundLines, funds, offers, payImports, payments, payRates } from "./schema/remuneration.ts";
import { today as londonToday } from "./today.server.ts";

/** Keeps a file's rows until they are imported, a day at the longest. @returns its id */
export async function holdFile(
  scope: Scope,
  file:
    | { kind: "payments" | "rates"; fileName: string; rows: string[][] }
    | { kind: "budget"; fundId: string; fileName: string; rows: string[][] },
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
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

/** Removes a file that is not to be imported after all. @throws Refusal 404 when it is gone already */
export async function forgetFile(scope: Scope, importId: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    await heldRow(tx, scope, importId);
    await removeFile(tx, scope, importId);
  });
}

/** How a file is laid out: which row names its columns (from 0), and how it writes money out. */
export type FileShape = { headerRow?: number; moneyOut?: MoneyOut };

/** What an import would do, row by row. Changes nothing. */
export function previewPayments(
  scope: Scope,
  importId: string,
  columns: ColumnMap<PaymentField>,
  lineId: string | null,
  shape: FileShape = {},
  today: string = londonToday(),
): Promise<ImportedRow[]> {
  return inScope(scope, async (tx) => {
    const { rows } = await heldRow(tx, scope, importId);
    const { below, layout } = laidOut(rows, shape);
    return readPaymentRows(below, columns, await booksOf(tx, scope, lineId, today), layout);
  });
}

/** What somebody says who has looked at the rows that ask for it. */
export type Looked = { namesNobody?: boolean; whyMore?: string };

/**
 * Imports a whole file or nothing of it. Payments that are in the books already are left alone, so that the same file again
 * changes nothing.
 * @param looked answers to what the rows ask; the decision to pay more than is owed is kept with those payments
 * @throws Refusal with every row's problems, or with what still has to be answered
 */
export async function importPayments(
  scope: Scope,
  importId: string,
  columns: ColumnMap<PaymentField>,
  lineId: string | null,
  shape: FileShape = {},
  today: string = londonToday(),
  looked: Looked = {},
): Promise<{ added: number; known: number }> {
  requireAbility(scope, "workspace.edit");
  const { whyMore = "" } = looked;
  refuseBenefits({ whyMore });
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
    await tx
      .select({ id: funds.id })
      .from(funds)
      .where(eq(funds.organisationId, mine))
      .orderBy(funds.id)
      .for("share");
    const { below, layout } = laidOut(rows, shape);
    const read = readPaymentRows(below, columns, await booksOf(tx, scope, lineId, today), layout);
    refuseProblems(read);
    refuseUnanswered(read, looked);
    const fresh = read.flatMap((row) =>
      row.state === "new" ? [{ ...row.payment, note: row.asks?.more ? beyondOwedNote(whyMore) : "" }] : [],
    );
    for (let start = 0; start < fresh.length; start += 500) {
      const some = fresh.slice(start, start + 500);
      const added = await tx
        .insert(payments)
        .values(some.map((payment) => ({ ...payment, organisationId: mine })))
        .onConflictDoNothing()
        .returning({ id: payments.id });
      if (added.length < some.length)
        throw Refusal.conflict(
          "Somebody recorded one of these payments at this very moment. Nothing is imported: look at the rows again.",
        );
    }
    await removeFile(tx, scope, importId);
    return { added: fresh.length, known: countKnown(read) };
  });
}

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

/** The rows under the header, and how to read them. */
function laidOut(
  rows: readonly string[][],
  { headerRow = 0, moneyOut = "plain" }: FileShape,
): { below: readonly string[][]; layout: Layout } {
  return {
    below: rows.slice(headerRow + 1),
    layout: { firstRow: headerRow + 2, header: rows[headerRow] ?? [], moneyOut },
  };
}

function countKnown(read: readonly { state: string }[]): number {
  return read.filter(({ state }) => state === "known").length;
}

async function removeFile(tx: Transaction, scope: Scope, importId: string): Promise<void> {
  await tx
    .delete(payImports)
    .where(and(eq(payImports.organisationId, scope.organisationId), eq(payImports.id, importId)));
}

async function heldRow(tx: Transaction, scope: Scope, importId: string, lock?: "update") {
  const query = tx
    .select()
    .from(payImports)
    .where(
      and(
        eq(payImports.organisationId, scope.organisationId),
        eq(payImports.id, importId),
        sql`${payImports.createdAt} >= now() - ${HELD_HOURS} * interval '1 hour'`,
      ),
    );
  const [row] = await (lock ? query.for(lock) : query);
  if (!row) throw Refusal.notFound("file. It has been imported, or a day has passed: upload it again");
  return row;
}

async function booksOf(tx: Transaction, scope: Scope, lineId: string | null, today: string) {
  const mine = scope.organisationId;
  const sheets = await sheetsOfAll(tx, scope);
  return {
    lineId,
    today,
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

function refuseUnanswered(rows: readonly ImportedRow[], { namesNobody, whyMore = "" }: Looked): void {
  const asked = rows.flatMap((row) => (row.state === "new" && row.asks ? [row.asks] : []));
  const unanswered = {
    ...(asked.some(({ name }) => name) && !namesNobody
      ? { namesNobody: ["Some references look like names. Correct the file, or tick that they name nobody."] }
      : {}),
    ...(asked.some(({ more }) => more) && whyMore.trim() === ""
      ? {
          whyMore: [
            "Say why more is paid than is owed. Or take the rows out, where they are in the books already.",
          ],
        }
      : {}),
  };
  if (Object.keys(unanswered).length > 0) throw Refusal.invalid(unanswered);
}

function refuseProblems(rows: readonly (ImportedRow | ImportedLineRow | ImportedRateRow)[]): void {
  const problems = rows.flatMap((row) => (row.state === "wrong" ? row.problems : []));
  if (problems.length > 0) throw Refusal.invalid({ form: problems.slice(0, 50) });
}
