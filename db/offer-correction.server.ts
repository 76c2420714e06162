import { and, eq, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import {
  asksAgain,
  changedTerms,
  type OfferTerms,
  requireChangeable,
  requireReason,
} from "#app/domain/remuneration/offer-change.ts";
import { boundBy } from "#app/domain/remuneration/offer.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import { requireHappened, requireRoom, requireWithinPeriod } from "#app/domain/remuneration/position.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { noteOfferEvent } from "./offer-events.server.ts";
import { lockLine, lockLines, requireOwnBid } from "./pay-line.server.ts";
import { offers, payments } from "./schema/remuneration.ts";

/**
 * Puts the terms of an offer right and keeps what they were. Where the person had agreed and their terms change, they are asked
 * again. The line is bound anew: it must have room.
 * @returns whether the person has to choose again
 * @throws Refusal when it is paid or withdrawn, somebody else changed it, a reason is missing, or the line has not enough left
 */
export async function changeOffer(
  scope: Scope,
  offerId: string,
  version: number,
  terms: OfferTerms,
  reason: string,
  today: string,
): Promise<{ askedAgain: boolean }> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const { organisationId } = scope;
    const stored = await lockOffer(tx, organisationId, offerId, terms.lineId);
    if (stored.version !== version)
      throw Refusal.conflict(
        "This offer changed while you were writing: the person may have chosen. Both versions are below.",
        stored,
      );
    requireChangeable(stored, await paidOn(tx, organisationId, offerId), reason);
    requireHappened("offer", terms.offeredOn, today, "offeredOn");
    const { reference, role, community } = terms;
    refuseBenefits({ reference, role, community, reason });
    if (terms.bidId) await requireOwnBid(tx, organisationId, terms.bidId);
    const was = termsOf(stored);
    const difference = changedTerms(was, terms);
    if (Object.keys(difference.now).length === 0) return { askedAgain: false };
    const askedAgain = stored.choice !== null && asksAgain(was, terms);
    const choice = askedAgain ? null : stored.choice;
    const agreedFeePence = askedAgain ? null : stored.agreedFeePence;
    const boundPence = boundBy({ ...terms, id: offerId, choice, agreedFeePence });
    const line = await lockLine(tx, scope, terms.lineId);
    requireWithinPeriod(line.fund, terms.heldOn, "heldOn");
    const already = terms.lineId === stored.lineId ? stored.boundPence : 0;
    if (boundPence > already) requireRoom(line.position, boundPence, already, line.overspends, "lineId");
    await tx
      .update(offers)
      .set({ ...terms, choice, agreedFeePence, boundPence, version: version + 1 })
      .where(and(eq(offers.organisationId, organisationId), eq(offers.id, offerId)));
    await noteOfferEvent(tx, {
      organisationId,
      offerId,
      kind: "changed",
      saidBy: "member",
      member: scope.userId,
      was: { ...difference.was, ...(askedAgain ? { choice: stored.choice } : {}) },
      now: { ...difference.now, ...(askedAgain ? { choice: null } : {}) },
      reason,
      happenedOn: today,
    });
    return { askedAgain };
  });
}

/**
 * Takes an offer back that was made by mistake, or whose session never was. It frees its line, counts nowhere, and stays to be
 * read with its reason, by the person too.
 * @throws Refusal when it is paid or withdrawn already, or no reason is given
 */
export async function withdrawOffer(
  scope: Scope,
  offerId: string,
  reason: string,
  today: string,
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    const { organisationId } = scope;
    const stored = await lockOffer(tx, organisationId, offerId);
    requireReason(reason, "Say in a sentence why the offer is withdrawn: the person reads it.");
    refuseBenefits({ reason });
    requireChangeable(stored, await paidOn(tx, organisationId, offerId), reason);
    await tx
      .update(offers)
      .set({ withdrawnOn: today, boundPence: 0, version: stored.version + 1 })
      .where(and(eq(offers.organisationId, organisationId), eq(offers.id, offerId)));
    await noteOfferEvent(tx, {
      organisationId,
      offerId,
      kind: "withdrawn",
      saidBy: "member",
      member: scope.userId,
      reason,
      happenedOn: today,
    });
  });
}

/** The line first, as payers do, and then the offer; with a second line where it is to move there. */
async function lockOffer(tx: Transaction, organisationId: string, offerId: string, newLine?: string) {
  const the = and(eq(offers.organisationId, organisationId), eq(offers.id, offerId));
  const [found] = await tx.select({ lineId: offers.lineId }).from(offers).where(the);
  if (!found) throw Refusal.notFound("offer");
  await lockLines(tx, organisationId, newLine ? [found.lineId, newLine] : [found.lineId]);
  const [stored] = await tx.select().from(offers).where(the).for("update");
  if (stored!.lineId !== found.lineId)
    throw Refusal.conflict("Somebody else changed this offer just now. Look at it again.");
  return stored!;
}

async function paidOn(tx: Transaction, organisationId: string, offerId: string): Promise<number> {
  const [paid] = await tx
    .select({ pence: sql<number>`coalesce(sum(${payments.amountPence}), 0)::float8` })
    .from(payments)
    .where(and(eq(payments.organisationId, organisationId), eq(payments.offerId, offerId)));
  return paid!.pence;
}

function termsOf(offer: typeof offers.$inferSelect): OfferTerms {
  return {
    reference: offer.reference,
    lineId: offer.lineId,
    bidId: offer.bidId,
    role: offer.role,
    community: offer.community,
    place: offer.place,
    offeredOn: offer.offeredOn,
    heldOn: offer.heldOn,
    time: offer.time,
    expensesPence: offer.expensesPence,
    expensesTiming: offer.expensesTiming,
    lowIncome: offer.lowIncome,
    timing: offer.timing,
    promisedBy: offer.promisedBy,
    adviceOffered: offer.adviceOffered,
  };
}
