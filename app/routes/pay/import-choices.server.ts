import type { Scope } from "#app/domain/organisation/scope.ts";
import {
  type BudgetField,
  type ColumnMap,
  columnProblems,
  type Fields,
  guessColumns,
  importKinds,
  type PaymentField,
  type RateField,
} from "#app/domain/remuneration/column-map.ts";
import { headerRowIn } from "#app/domain/remuneration/header-row.ts";
import type { MoneyOut } from "#app/domain/remuneration/payment-row.ts";
import { requireHeldFile } from "#db/pay-file.server.ts";
import { importPayments, type Looked, previewPayments } from "#db/pay-import.server.ts";
import { importBudget, importRates, previewBudget, previewRates } from "#db/plan-import.server.ts";

/** What somebody has chosen about a file; the address of its preview holds all of it. */
export type Choices = Awaited<ReturnType<typeof readChoices>>;

/** The file, with the header row and columns that the address names or that the file suggests. */
export async function readChoices(scope: Scope, id: string, request: Request) {
  const held = await requireHeldFile(scope, id);
  const fields: Fields = importKinds[held.kind];
  const query = new URL(request.url).searchParams;
  const headerRow = numberIn(query.get("header"), held.rows.length) ?? headerRowIn(fields, held.rows);
  const header = held.rows[headerRow] ?? [];
  const named = Object.keys(fields).some((name) => query.has(name));
  // Other columns stand in another header: those chosen for the one before are guessed anew.
  const same = query.get("read") === null || query.get("read") === String(headerRow + 1);
  const columns: Record<string, number> =
    named && same
      ? Object.fromEntries(Object.keys(fields).map((name) => [name, columnIn(query.get(name))]))
      : guessColumns(fields, header);
  const moneyOut: MoneyOut = query.get("out") === "minus" ? "minus" : "plain";
  return {
    held,
    fields,
    headerRow,
    header,
    columns,
    moneyOut,
    lineId: query.get("lineId") ?? "",
    source: (query.get("source") ?? "").trim().slice(0, 300),
    problems: columnProblems(fields, columns, header.length),
  };
}

/** What the import would do, row by row. */
export function previewOf(scope: Scope, { held, columns, lineId, source, headerRow, moneyOut }: Choices) {
  const shape = { headerRow, moneyOut };
  switch (held.kind) {
    case "payments":
      return previewPayments(scope, held.id, columns as ColumnMap<PaymentField>, lineId || null, shape);
    case "budget":
      return previewBudget(scope, held.id, columns as ColumnMap<BudgetField>, shape);
    case "rates":
      return previewRates(scope, held.id, columns as ColumnMap<RateField>, source, shape);
  }
}

/** Imports the whole file or nothing of it. @param looked answers to what the rows of payments ask */
export function importOf(
  scope: Scope,
  { held, columns, lineId, source, headerRow, moneyOut }: Choices,
  looked: Looked,
) {
  const shape = { headerRow, moneyOut };
  switch (held.kind) {
    case "payments":
      return importPayments(
        scope,
        held.id,
        columns as ColumnMap<PaymentField>,
        lineId || null,
        shape,
        undefined,
        looked,
      );
    case "budget":
      return importBudget(scope, held.id, columns as ColumnMap<BudgetField>, shape);
    case "rates":
      return importRates(scope, held.id, columns as ColumnMap<RateField>, source, shape);
  }
}

/** A row's number as a person counts, from 1. */
function numberIn(written: string | null, rows: number): number | undefined {
  const row = written && /^\d{1,4}$/.test(written) ? Number(written) - 1 : -1;
  return row >= 0 && row < rows ? row : undefined;
}

function columnIn(written: string | null): number {
  return written && /^\d{1,3}$/.test(written) ? Number(written) : -1;
}
