import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { beyondOwed, beyondOwedNote } from "#app/domain/remuneration/beyond-owed.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import {
  requireHappened,
  requirePaidBefore,
  requireRoom,
  requireWithinPeriod,
} from "#app/domain/remuneration/position.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { lockLine } from "./pay-line.server.ts";
import { offers, payments } from "./schema/remuneration.ts";
import { londonToday } from "./today.server.ts";

/** Money that left a line; negative where it came back. */
export type NewPayment = {
  lineId: string;
  offerId: string | null;
  kind: "fee" | "expenses" | "other";
  amountPence: number;
  paidOn: string;
  method: string;
  financeReference: string;
  reverses?: string;
  note?: string;
};

/**
 * Records what reached somebody. Payers of one line take turns, so the last £100 is spent once.
 * @param today ISO date: what is paid has been paid by then
 * @param whyMore the decision to pay somebody more than they are owed, kept as the payment's note
 * @throws Refusal when the line has not enough left, the date is outside the fund or still to come, the finance reference was
 *   used before, more than is owed is paid without saying why (field `whyMore`), or a benefit is named
 */
export async function recordPayment(
  scope: Scope,
  payment: NewPayment,
  today: string = londonToday(),
  whyMore = "",
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  refuseBenefits({ whyMore });
  return inScope(scope, (tx) => payFromLine(tx, scope, payment, today, whyMore));
}

/** The same inside a caller's transaction; money back is a payment below zero. */
export async function payFromLine(
  tx: Transaction,
  scope: Scope,
  payment: NewPayment,
  today: string,
  whyMore = "",
): Promise<string> {
  const { method, financeReference, note } = payment;
  refuseBenefits({ method, financeReference, note });
  const isBack = payment.amountPence < 0;
  requireHappened(isBack ? "money back" : "payment", payment.paidOn, today, "paidOn");
  const line = await lockLine(tx, scope, payment.lineId);
  requireWithinPeriod(line.fund, payment.paidOn, "paidOn", isBack);
  requirePaidBefore(line.position.spent, payment.amountPence);
  const promised = payment.offerId ? await promisedStill(tx, scope, payment.lineId, payment.offerId) : 0;
  requireRoom(line.position, payment.amountPence, promised, line.overspends);
  await requireNewReference(tx, scope, payment.financeReference);
  const more = await decisionToPayMore(tx, scope, payment, whyMore);
  const [made] = await tx
    .insert(payments)
    .values({ ...payment, ...more, organisationId: scope.organisationId })
    .onConflictDoNothing()
    .returning({ id: payments.id });
  if (!made) throw recordedAlready(payment.financeReference);
  return made.id;
}

/** @throws Refusal (field `whyMore`) when a fee is more than is owed and nobody says why */
async function decisionToPayMore(
  tx: Transaction,
  scope: Scope,
  { offerId, kind, amountPence }: NewPayment,
  whyMore: string,
): Promise<{ note?: string }> {
  if (!offerId || kind !== "fee" || amountPence <= 0) return {};
  const mine = scope.organisationId;
  const [offer] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.organisationId, mine), eq(offers.id, offerId)));
  const fees = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.organisationId, mine), eq(payments.offerId, offerId), eq(payments.kind, "fee")))
    .orderBy(payments.paidOn, payments.createdAt);
  const more = beyondOwed(offer!, fees, amountPence);
  if (!more) return {};
  if (whyMore.trim() === "")
    throw Refusal.invalid({
      whyMore: [
        `${more} If it is the same payment under another number, it is in the books already. If it is right, say why: the books keep your words.`,
      ],
    });
  return { note: beyondOwedNote(whyMore) };
}

/** A reference typed in small letters is the same payment. The table itself holds back two that come at the same moment. */
async function requireNewReference(tx: Transaction, scope: Scope, reference: string): Promise<void> {
  const [found] = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(
      and(
        eq(payments.organisationId, scope.organisationId),
        sql`lower(${payments.financeReference}) = lower(${reference})`,
      ),
    )
    .limit(1);
  if (found) throw recordedAlready(reference);
}

function recordedAlready(reference: string): Refusal {
  return Refusal.invalid({
    financeReference: [`A payment with the reference “${reference}” is recorded already.`],
  });
}

/** Newest first by keyset: pass the last row of the page before. */
export function listPayments(scope: Scope, after?: { paidOn: string; id: string }, limit = 50) {
  return inScope(scope, (tx) =>
    tx
      .select()
      .from(payments)
      .where(
        and(
          eq(payments.organisationId, scope.organisationId),
          after &&
            or(
              lt(payments.paidOn, after.paidOn),
              and(eq(payments.paidOn, after.paidOn), lt(payments.id, after.id)),
            ),
        ),
      )
      .orderBy(desc(payments.paidOn), desc(payments.id))
      .limit(limit),
  );
}

async function promisedStill(
  tx: Transaction,
  scope: Scope,
  lineId: string,
  offerId: string,
): Promise<number> {
  const [offer] = await tx
    .select({
      lineId: offers.lineId,
      withdrawnOn: offers.withdrawnOn,
      pence: sql<number>`greatest(0, ${offers.boundPence} - coalesce((select sum(p.amount_pence) from payments p
        where p.organisation_id = ${offers.organisationId} and p.offer_id = ${offers.id}), 0))::float8`,
    })
    .from(offers)
    .where(and(eq(offers.organisationId, scope.organisationId), eq(offers.id, offerId)));
  if (!offer) throw Refusal.notFound("offer");
  if (offer.withdrawnOn)
    throw Refusal.conflict("This offer has been withdrawn, so nothing is paid on it. Make another offer.");
  if (offer.lineId !== lineId)
    throw Refusal.invalid({
      lineId: ["This offer was promised from another line. Pay it from there, or move the money first."],
    });
  return offer.pence;
}
