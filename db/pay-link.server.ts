import { and, asc, desc, eq, isNull, ne } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { seenByPerson } from "#app/domain/remuneration/offer-change.ts";
import { inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { noteOfferEvent, offerEventsOf } from "./offer-events.server.ts";
import { recordChoice, type Wish } from "./pay.server.ts";
import { issueLink, markUsed, type OpenLink } from "./private-link.server.ts";
import { organisations } from "./schema/accounts.ts";
import { privateLinks } from "./schema/mail.ts";
import { offers, payments } from "./schema/remuneration.ts";

/**
 * A private link for the person behind an offer. It works until the day given, and those made before stop working, so that
 * a lost link is mended by making another.
 * @returns the token, which is shown this once
 */
export async function issuePayLink(scope: Scope, offerId: string, expiresAt: Date): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const { organisationId } = scope;
    await requireRow(tx, organisationId, offerId);
    const { linkId, token } = await issueLink(tx, {
      organisationId,
      purpose: "agree-pay",
      subjectId: offerId,
      expiresAt,
    });
    await tx
      .update(privateLinks)
      .set({ revokedAt: new Date() })
      .where(and(openLinksOf(organisationId, offerId), ne(privateLinks.id, linkId)));
    return token;
  });
}

/** Switches the person's link off, when it went to the wrong hands; without one it is no error. */
export async function closePayLink(scope: Scope, offerId: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, async (tx) => {
    await requireRow(tx, scope.organisationId, offerId);
    await tx
      .update(privateLinks)
      .set({ revokedAt: new Date() })
      .where(openLinksOf(scope.organisationId, offerId));
  });
}

/** Until when the person's link works and since when they have used it; undefined when there is none. Never the link itself. */
export function findPayLink(scope: Scope, offerId: string) {
  return inScope(scope, async (tx) => {
    const [link] = await tx
      .select({ expiresAt: privateLinks.expiresAt, usedAt: privateLinks.usedAt })
      .from(privateLinks)
      .where(openLinksOf(scope.organisationId, offerId))
      .orderBy(desc(privateLinks.expiresAt))
      .limit(1);
    return link;
  });
}

function openLinksOf(organisationId: string, offerId: string) {
  return and(
    eq(privateLinks.organisationId, organisationId),
    eq(privateLinks.purpose, "agree-pay"),
    eq(privateLinks.subjectId, offerId),
    isNull(privateLinks.revokedAt),
  );
}

/** What the person sees of their own offer, and nothing of anybody else's. */
export function readOwnOffer({ organisationId, subjectId }: OpenLink) {
  return inOrganisation(organisationId, null, async (tx) => {
    const offer = await requireRow(tx, organisationId, subjectId);
    const [organisation] = await tx
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, organisationId));
    const paid = await tx
      .select({ kind: payments.kind, amountPence: payments.amountPence, paidOn: payments.paidOn })
      .from(payments)
      .where(and(eq(payments.organisationId, organisationId), eq(payments.offerId, subjectId)))
      .orderBy(asc(payments.paidOn), asc(payments.createdAt));
    const events = await offerEventsOf(tx, organisationId, subjectId);
    return {
      offer,
      organisation: organisation!.name,
      payments: paid,
      // How the organisation files an offer is none of the person's, nor who in it did what.
      changes: events
        .filter(({ kind }) => kind === "changed" || kind === "withdrawn")
        .map(({ kind, was, now, reason, happenedOn }) => ({
          kind,
          reason,
          happenedOn,
          was: seenByPerson(was),
          now: seenByPerson(now),
        }))
        .filter(({ kind, now }) => kind === "withdrawn" || Object.keys(now).length > 0),
    };
  });
}

/** @throws Refusal (409) once it has been paid or withdrawn */
export function chooseOwn(
  { organisationId, subjectId, linkId }: OpenLink,
  wish: Omit<Wish, "saidBy">,
): Promise<void> {
  return inOrganisation(organisationId, null, async (tx) => {
    await recordChoice(tx, organisationId, subjectId, { ...wish, saidBy: { person: true } });
    await markUsed(tx, linkId);
  });
}

/** The person says that the money has come, or that it has not. The last word counts; every word is kept. */
export function tellReceipt(link: OpenLink, received: boolean, today: string): Promise<void> {
  return inOrganisation(link.organisationId, null, async (tx) => {
    await requireRow(tx, link.organisationId, link.subjectId);
    await tx
      .update(offers)
      .set(
        received ? { confirmedOn: today, notReceivedOn: null } : { confirmedOn: null, notReceivedOn: today },
      )
      .where(and(eq(offers.organisationId, link.organisationId), eq(offers.id, link.subjectId)));
    await noteOfferEvent(tx, {
      organisationId: link.organisationId,
      offerId: link.subjectId,
      kind: "received",
      saidBy: "person",
      reason: received ? "It has come." : "It has not come.",
      happenedOn: today,
    });
    await markUsed(tx, link.linkId);
  });
}

/** A member notes what the person told them. It is recorded as the person's choice, on a member's word. */
export async function noteChoice(scope: Scope, offerId: string, wish: Omit<Wish, "saidBy">): Promise<void> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, (tx) =>
    recordChoice(tx, scope.organisationId, offerId, { ...wish, saidBy: { member: scope.userId } }),
  );
}

async function requireRow(tx: Transaction, organisationId: string, offerId: string) {
  const [offer] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.organisationId, organisationId), eq(offers.id, offerId)));
  if (!offer) throw Refusal.notFound("offer");
  return offer;
}
