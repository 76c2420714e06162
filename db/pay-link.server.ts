import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Choice, Offer } from "#app/domain/remuneration/offer.ts";
import { inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { recordChoice } from "./pay.server.ts";
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
      .where(
        and(
          eq(privateLinks.organisationId, organisationId),
          eq(privateLinks.purpose, "agree-pay"),
          eq(privateLinks.subjectId, offerId),
          isNull(privateLinks.revokedAt),
          ne(privateLinks.id, linkId),
        ),
      );
    return token;
  });
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
      .orderBy(asc(payments.paidOn));
    return { offer, organisation: organisation!.name, payments: paid };
  });
}

/** @throws Refusal (409) once it has been paid */
export function chooseOwn(
  { organisationId, subjectId, linkId }: OpenLink,
  wish: { choice: Choice; agreedFeePence: number | null; timing?: Offer["timing"] },
): Promise<void> {
  return inOrganisation(organisationId, null, async (tx) => {
    await recordChoice(tx, organisationId, subjectId, wish.choice, wish.agreedFeePence, wish.timing);
    await markUsed(tx, linkId);
  });
}

/** The person says that the money has come, or that it has not. The last word counts. */
export function tellReceipt(link: OpenLink, received: boolean, today: string): Promise<void> {
  return inOrganisation(link.organisationId, null, async (tx) => {
    await requireRow(tx, link.organisationId, link.subjectId);
    await tx
      .update(offers)
      .set(
        received ? { confirmedOn: today, notReceivedOn: null } : { confirmedOn: null, notReceivedOn: today },
      )
      .where(and(eq(offers.organisationId, link.organisationId), eq(offers.id, link.subjectId)));
    await markUsed(tx, link.linkId);
  });
}

/** A member notes what the person told them. It is recorded as the person's choice. */
export async function noteChoice(
  scope: Scope,
  offerId: string,
  wish: { choice: Choice; agreedFeePence: number | null; timing?: Offer["timing"] },
): Promise<void> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, (tx) =>
    recordChoice(tx, scope.organisationId, offerId, wish.choice, wish.agreedFeePence, wish.timing),
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
