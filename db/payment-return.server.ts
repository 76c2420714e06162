import { and, eq } from "drizzle-orm";
import { formatPence } from "#app/domain/money/format.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { lockLine } from "./pay-line.server.ts";
import { payFromLine } from "./payment.server.ts";
import { offers, payments } from "./schema/remuneration.ts";
import { londonToday } from "./today.server.ts";

/** Money that came back, or a payment that was wrong. */
export type Reversal = {
  /** More than £0; all that has not come back yet when not given. */
  amountPence?: number;
  paidOn: string;
  note: string;
  /** The finance system's own; one made from that of the payment when empty. */
  financeReference?: string;
};

/**
 * Takes a payment back, whole or in part, by another one below zero that names it and says why; the first stays.
 * @param today ISO date
 * @throws Refusal when nothing of it is left to come back, it is money back itself, or the amount is more than is left of it
 */
export async function reversePayment(
  scope: Scope,
  paymentId: string,
  { amountPence, paidOn, note, financeReference = "" }: Reversal,
  today: string = londonToday(),
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const mine = scope.organisationId;
    const payment = await paymentRow(tx, scope, paymentId);
    if (payment.amountPence < 0)
      throw Refusal.conflict("This is money that came back already. Record a payment instead.");
    if (paidOn < payment.paidOn)
      throw Refusal.invalid({ paidOn: ["The money cannot come back before it was paid."] });
    // Two who take the same payment back take turns at its line.
    await lockLine(tx, scope, payment.lineId);
    const before = await returnsOf(tx, scope, paymentId);
    const left = before.reduce((sum, back) => sum + back.amountPence, payment.amountPence);
    requireStillThere(left, amountPence);
    const { lineId, offerId, kind, method } = payment;
    const reversal = await payFromLine(
      tx,
      scope,
      {
        lineId,
        offerId,
        kind,
        method,
        paidOn,
        note,
        amountPence: -(amountPence ?? left),
        financeReference: financeReference || nameOfReturn(payment.financeReference, before.length),
        reverses: payment.id,
      },
      today,
    );
    // What the person confirmed has gone back; what they missed, they still miss.
    if (offerId)
      await tx
        .update(offers)
        .set({ confirmedOn: null })
        .where(and(eq(offers.organisationId, mine), eq(offers.id, offerId)));
    return reversal;
  });
}

function requireStillThere(left: number, asked: number | undefined): void {
  if (left <= 0)
    throw Refusal.conflict("All of this payment has come back already: its return is recorded already.");
  if (asked !== undefined && asked > left)
    throw Refusal.invalid({
      amountPence: [`Only ${formatPence(left)} of this payment is left to come back. Give that or less.`],
    });
}

// 80 characters are kept of a reference.
function nameOfReturn(reference: string, before: number): string {
  const end = before === 0 ? " reversed" : ` reversed ${before + 1}`;
  return reference.slice(0, 80 - end.length) + end;
}

function returnsOf(tx: Transaction, scope: Scope, paymentId: string) {
  return tx
    .select({ id: payments.id, amountPence: payments.amountPence, paidOn: payments.paidOn })
    .from(payments)
    .where(and(eq(payments.organisationId, scope.organisationId), eq(payments.reverses, paymentId)));
}

/** A payment, and what of it has not come back, in pence. @throws Refusal 404 for an id that is not this organisation's */
export async function requirePayment(scope: Scope, paymentId: string) {
  return inScope(scope, async (tx) => {
    const payment = await paymentRow(tx, scope, paymentId);
    const back = await returnsOf(tx, scope, paymentId);
    return { ...payment, left: back.reduce((sum, each) => sum + each.amountPence, payment.amountPence) };
  });
}

async function paymentRow(tx: Transaction, scope: Scope, paymentId: string) {
  const [payment] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.organisationId, scope.organisationId), eq(payments.id, paymentId)));
  if (!payment) throw Refusal.notFound("payment");
  return payment;
}
