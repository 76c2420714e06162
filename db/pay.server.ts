import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { formatPence } from "#app/domain/money/format.ts";
import { boundBy, type Choice, type Offer, offeredFee } from "#app/domain/remuneration/offer.ts";
import { requirePaidBefore, requireRoom, requireWithinPeriod } from "#app/domain/remuneration/position.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { noteOfferEvent, offerEventsOf } from "./offer-events.server.ts";
import { lockLine, lockLines, requireOwnBid } from "./pay-line.server.ts";
import { offers, payments } from "./schema/remuneration.ts";

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
    if (bidId) await requireOwnBid(tx, scope.organisationId, bidId);
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

/** What somebody wants, and who says so: the person, or a member on their word. */
export type Wish = {
  choice: Choice;
  agreedFeePence: number | null;
  timing?: Offer["timing"];
  saidBy: { person: true } | { member: string };
  /** ISO date; today in London when not given. */
  on?: string;
};

/**
 * What the person chose. Theirs to change until it is paid; the line is freed of what they did not take, and bound again when
 * they change their mind, whatever has become of the money since: the line then shows that it promises more than it has.
 * @throws Refusal (409) once a fee is paid or the offer is withdrawn, (field) when “less” is not less
 */
export async function recordChoice(
  tx: Transaction,
  organisationId: string,
  offerId: string,
  { choice, agreedFeePence: asked, timing, saidBy, on }: Wish,
): Promise<void> {
  const the = and(eq(offers.organisationId, organisationId), eq(offers.id, offerId));
  const [found] = await tx.select({ lineId: offers.lineId }).from(offers).where(the);
  if (!found) throw Refusal.notFound("offer");
  // Payers take the line first and then the offer; so does a choice, and neither can slip in between the other's steps.
  await lockLines(tx, organisationId, [found.lineId]);
  const [stored] = await tx.select().from(offers).where(the).for("update");
  const offer = stored!;
  if (offer.lineId !== found.lineId)
    throw Refusal.conflict("This offer changed just now. Look at it again, then choose.");
  if (offer.withdrawnOn)
    throw Refusal.conflict("This offer has been withdrawn, so there is nothing to choose any more.");
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
  // An amount beside another choice was typed before the choice changed: it means nothing.
  const agreedFeePence = choice === "less" ? asked : null;
  if (agreedFeePence !== null) requireLess(agreedFeePence, offeredFee(offer));
  const chosen = { ...offer, choice, agreedFeePence, timing: timing ?? offer.timing };
  await tx
    .update(offers)
    .set({
      choice,
      agreedFeePence,
      timing: chosen.timing,
      boundPence: boundBy(chosen),
      version: offer.version + 1,
    })
    .where(the);
  await noteOfferEvent(tx, {
    organisationId,
    offerId,
    kind: "chosen",
    saidBy: "person" in saidBy ? "person" : "member",
    member: "member" in saidBy ? saidBy.member : null,
    was: { choice: offer.choice, agreedFeePence: offer.agreedFeePence, timing: offer.timing },
    now: { choice, agreedFeePence, timing: chosen.timing },
    happenedOn: on,
  });
}

function requireLess(asked: number, offered: number): void {
  if (asked === 0) throw Refusal.invalid({ agreedFeePence: ["For £0, choose “Nothing”."] });
  if (asked >= offered)
    throw Refusal.invalid({
      agreedFeePence: [
        `That is not less than the ${formatPence(offered)} offered. Give a smaller amount, or choose another way.`,
      ],
    });
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
  // Money can come back after the fund has ended; it cannot go out then.
  if (payment.amountPence > 0) requireWithinPeriod(line.fund, payment.paidOn, "paidOn");
  requirePaidBefore(line.position.spent, payment.amountPence);
  const promised = payment.offerId ? await promisedStill(tx, scope, payment.lineId, payment.offerId) : 0;
  requireRoom(line.position, payment.amountPence, promised, line.overspends);
  await requireNewReference(tx, scope, payment.financeReference);
  const [made] = await tx
    .insert(payments)
    .values({ ...payment, organisationId: scope.organisationId })
    .onConflictDoNothing({ target: [payments.organisationId, payments.financeReference] })
    .returning({ id: payments.id });
  if (!made) throw recordedAlready(payment.financeReference);
  return made.id;
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
    const reversal = await payFromLine(tx, scope, {
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
    // What the person confirmed has gone back; what they missed, they still miss.
    if (offerId)
      await tx
        .update(offers)
        .set({ confirmedOn: null })
        .where(and(eq(offers.organisationId, scope.organisationId), eq(offers.id, offerId)));
    return reversal;
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

/** An offer with what was paid on it and what became of it, oldest first. @throws Refusal 404 for an id that is not this organisation's */
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
      .orderBy(payments.paidOn, payments.createdAt);
    return { offer, payments: paid, events: await offerEventsOf(tx, scope.organisationId, offerId) };
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
