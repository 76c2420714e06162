import { eq } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { beyondOwedNote } from "#app/domain/remuneration/beyond-owed.ts";
import type { ColumnMap, PaymentField } from "#app/domain/remuneration/column-map.ts";
import { readPaymentRows } from "#app/domain/remuneration/import-payments.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import type { ImportedRow } from "#app/domain/remuneration/running-books.ts";
import { inScope, type Transaction } from "./client.server.ts";
import {
  countKnown,
  type FileShape,
  heldRow,
  laidOut,
  refuseProblems,
  removeFile,
} from "./pay-file.server.ts";
import { sheetsOfAll } from "./remuneration.server.ts";
import { fundLines, funds, offers, payments } from "./schema/remuneration.ts";
import { londonToday } from "./today.server.ts";

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
