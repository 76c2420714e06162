import { and, eq, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Layout } from "#app/domain/remuneration/import-payments.ts";
import type { MoneyOut } from "#app/domain/remuneration/payment-row.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { HELD_HOURS } from "./held-files.server.ts";
import { sheetOf } from "./remuneration.server.ts";
import { payImports } from "./schema/remuneration.ts";

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

/** The rows under the header, and how to read them. */
export function laidOut(
  rows: readonly string[][],
  { headerRow = 0, moneyOut = "plain" }: FileShape,
): { below: readonly string[][]; layout: Layout } {
  return {
    below: rows.slice(headerRow + 1),
    layout: { firstRow: headerRow + 2, header: rows[headerRow] ?? [], moneyOut },
  };
}

/** How many rows are in the books already. */
export function countKnown(read: readonly { state: string }[]): number {
  return read.filter(({ state }) => state === "known").length;
}

/** Forgets a file once it is imported. */
export async function removeFile(tx: Transaction, scope: Scope, importId: string): Promise<void> {
  await tx
    .delete(payImports)
    .where(and(eq(payImports.organisationId, scope.organisationId), eq(payImports.id, importId)));
}

/** @throws Refusal 404 once it has been imported or a day has passed */
export async function heldRow(tx: Transaction, scope: Scope, importId: string, lock?: "update") {
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

/** @throws Refusal with every row's problems, the first fifty of them */
export function refuseProblems(
  rows: readonly ({ state: "wrong"; problems: string[] } | { state: "new" | "known" | "left-out" })[],
): void {
  const problems = rows.flatMap((row) => (row.state === "wrong" ? row.problems : []));
  if (problems.length > 0) throw Refusal.invalid({ form: problems.slice(0, 50) });
}
