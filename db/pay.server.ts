import { and, eq, sql } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { formatPence } from "#app/domain/money/format.ts";
import { boundBy, type Choice, type Offer, offeredFee } from "#app/domain/remuneration/offer.ts";
import { refuseBenefits } from "#app/domain/remuneration/names-benefit.ts";
import { requireHappened, requireRoom, requireWithinPeriod } from "#app/domain/remuneration/position.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { noteOfferEvent, offerEventsOf } from "./offer-events.server.ts";
import { lockLine, lockLines, requireOwnBid } from "./pay-line.server.ts";
import { offers, payments } from "./schema/remuneration.ts";
import { londonToday } from "./today.server.ts";

/**
 * Records an offer and binds its fee and expenses on the line.
 * @param today ISO date: the offer has been made by then
 * @throws Refusal when the line has not enough left, the session lies outside the fund's period, or a benefit is named
 */
export async function makeOffer(
  scope: Scope,
  offer: Omit<Offer, "id">,
  bidId: string | null = null,
  today: string = londonToday(),
): Promise<string> {
  requireAbility(scope, "workspace.edit");
  requireHappened("offer", offer.offeredOn, today, "offeredOn");
  const { reference, role, community } = offer;
  refuseBenefits({ reference, role, community });
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
