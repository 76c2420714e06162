import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { boundBy, type Offer } from "#app/domain/remuneration/offer.ts";
import { linePosition, requireRoom, requireWithinPeriod } from "#app/domain/remuneration/position.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { fundDecisions, fundLines, funds, offers, payments } from "./schema/remuneration.ts";

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
 * Records an offer and binds its fee and expenses on the line.
 * @throws Refusal when the line has not enough left, or the session lies outside the fund's period
 */
export async function makeOffer(
  scope: Scope,
  offer: Omit<Offer, "id">,
  bidId: string | null = null,
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const line = await lockLine(tx, scope, offer.lineId);
    requireWithinPeriod(line.fund, offer.heldOn, "heldOn");
    const boundPence = boundBy({ ...offer, id: "" });
    requireRoom(line.position, boundPence, 0, line.overspends, "lineId");
    const [made] = await tx
      .insert(offers)
      .values({ ...offer, bidId, boundPence, organisationId: scope.organisationId })
      .returning({ id: offers.id });
    return made!.id;
  });
}

/**
 * What the person chose. Theirs to change until it is paid; the line is freed of what they did not take, and bound again when
 * they change their mind, whatever has become of the money since: the line then shows that it promises more than it has.
 */
export async function recordChoice(
  tx: Transaction,
  organisationId: string,
  offerId: string,
  choice: Offer["choice"],
  agreedFeePence: number | null,
  timing?: Offer["timing"],
): Promise<void> {
  const the = and(eq(offers.organisationId, organisationId), eq(offers.id, offerId));
  const [found] = await tx.select({ lineId: offers.lineId }).from(offers).where(the);
  if (!found) throw Refusal.notFound("offer");
  // Payers take the line first and then the offer; so does a choice, and neither can slip in between the other's steps.
  await tx
    .select({ id: fundLines.id })
    .from(fundLines)
    .where(and(eq(fundLines.organisationId, organisationId), eq(fundLines.id, found.lineId)))
    .for("update");
  const [stored] = await tx.select().from(offers).where(the).for("update");
  const offer = stored!;
  const [paid] = await tx
    .select({ pence: sql<number>`coalesce(sum(${payments.amountPence}), 0)::float8` })
    .from(payments)
    .where(
      and(
        eq(payments.organisationId, organisationId),
        eq(payments.offerId, offerId),
        eq(payments.kind, "fee"),
      ),
    );
  if (paid!.pence > 0)
    throw Refusal.conflict(
      "This has been paid already, so the choice can no longer change. Tell us if that is wrong.",
    );
  const chosen = { ...offer, choice, agreedFeePence };
  await tx
    .update(offers)
    .set({
      choice,
      agreedFeePence,
      timing: timing ?? offer.timing,
      boundPence: boundBy(chosen),
      version: offer.version + 1,
    })
    .where(the);
}

/**
 * Records what reached somebody. Payers of one line take turns, so the last £100 is spent once.
 * @throws Refusal when the line has not enough left, the date is outside the fund, or the finance reference was used before
 */
export async function recordPayment(scope: Scope, payment: NewPayment): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, (tx) => payFromLine(tx, scope, payment));
}

/** The same inside a caller's transaction, for an import that is taken whole or not at all. */
export async function payFromLine(tx: Transaction, scope: Scope, payment: NewPayment): Promise<string> {
  const line = await lockLine(tx, scope, payment.lineId);
  requireWithinPeriod(line.fund, payment.paidOn, "paidOn");
  const promised = payment.offerId ? await promisedStill(tx, scope, payment.lineId, payment.offerId) : 0;
  requireRoom(line.position, payment.amountPence, promised, line.overspends);
  const [made] = await tx
    .insert(payments)
    .values({ ...payment, organisationId: scope.organisationId })
    .onConflictDoNothing({ target: [payments.organisationId, payments.financeReference] })
    .returning({ id: payments.id });
  if (!made)
    throw Refusal.invalid({
      financeReference: [`A payment with the reference “${payment.financeReference}” is recorded already.`],
    });
  return made.id;
}

/**
 * Takes a payment back by another one of the same amount below zero; the first stays. Its reference says which it reverses.
 * @throws Refusal when it was reversed already, or is a reversal itself
 */
export async function reversePayment(
  scope: Scope,
  paymentId: string,
  { paidOn, note }: { paidOn: string; note: string },
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const [payment] = await tx
      .select()
      .from(payments)
      .where(and(eq(payments.organisationId, scope.organisationId), eq(payments.id, paymentId)));
    if (!payment) throw Refusal.notFound("payment");
    if (payment.amountPence < 0)
      throw Refusal.conflict("This is money that came back already. Record a payment instead.");
    if (paidOn < payment.paidOn)
      throw Refusal.invalid({ paidOn: ["The money cannot come back before it was paid."] });
    const { lineId, offerId, kind, amountPence, method, financeReference } = payment;
    return payFromLine(tx, scope, {
      lineId,
      offerId,
      kind,
      method,
      paidOn,
      note,
      amountPence: -amountPence,
      financeReference: `${financeReference} reversed`,
      reverses: payment.id,
    });
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

/** @throws Refusal 404 for an id that is not this organisation's */
export async function requirePayment(scope: Scope, paymentId: string) {
  return inScope(scope, async (tx) => {
    const [payment] = await tx
      .select()
      .from(payments)
      .where(and(eq(payments.organisationId, scope.organisationId), eq(payments.id, paymentId)));
    if (!payment) throw Refusal.notFound("payment");
    return payment;
  });
}

/** An offer with what was paid on it. @throws Refusal 404 for an id that is not this organisation's */
export async function requireOffer(scope: Scope, offerId: string) {
  return inScope(scope, async (tx) => {
    const [offer] = await tx
      .select()
      .from(offers)
      .where(and(eq(offers.organisationId, scope.organisationId), eq(offers.id, offerId)));
    if (!offer) throw Refusal.notFound("offer");
    const paid = await tx
      .select()
      .from(payments)
      .where(and(eq(payments.organisationId, scope.organisationId), eq(payments.offerId, offerId)))
      .orderBy(payments.paidOn);
    return { offer, payments: paid };
  });
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
      pence: sql<number>`greatest(0, ${offers.boundPence} - coalesce((select sum(p.amount_pence) from payments p
        where p.organisation_id = ${offers.organisationId} and p.offer_id = ${offers.id}), 0))::float8`,
    })
    .from(offers)
    .where(and(eq(offers.organisationId, scope.organisationId), eq(offers.id, offerId)));
  if (!offer) throw Refusal.notFound("offer");
  if (offer.lineId !== lineId)
    throw Refusal.invalid({
      lineId: ["This offer was promised from another line. Pay it from there, or move the money first."],
    });
  return offer.pence;
}

/** The line, its fund and where it stands, locked: nobody else can spend from it until this transaction ends. */
async function lockLine(tx: Transaction, scope: Scope, lineId: string) {
  const mine = scope.organisationId;
  const [line] = await tx
    .select()
    .from(fundLines)
    .where(and(eq(fundLines.organisationId, mine), eq(fundLines.id, lineId)))
    .for("update");
  if (!line) throw Refusal.notFound("budget line");
  const [fund] = await tx
    .select()
    .from(funds)
    .where(and(eq(funds.organisationId, mine), eq(funds.id, line.fundId)))
    .for("share");
  const decisions = await tx
    .select()
    .from(fundDecisions)
    .where(and(eq(fundDecisions.organisationId, mine), eq(fundDecisions.fundId, line.fundId)));
  const bound = await tx
    .select({ offerId: offers.id, lineId: offers.lineId, amountPence: offers.boundPence })
    .from(offers)
    .where(and(eq(offers.organisationId, mine), eq(offers.lineId, lineId)));
  const spent = await tx
    .select({ offerId: payments.offerId, lineId: payments.lineId, amountPence: payments.amountPence })
    .from(payments)
    .where(and(eq(payments.organisationId, mine), eq(payments.lineId, lineId)));
  return {
    fund: fund!,
    position: linePosition(
      line,
      decisions.filter((decision) => decision.kind === "move"),
      bound,
      spent,
    ),
    overspends: decisions
      .filter((decision) => decision.kind === "overspend")
      .map((decision) => ({
        lineId: decision.toLine!,
        overByPence: decision.amountPence,
        reason: decision.reason,
        decidedOn: decision.decidedOn,
      })),
  };
}
