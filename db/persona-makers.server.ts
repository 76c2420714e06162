import { and, eq, isNull, or, sql } from "drizzle-orm";
import { checked } from "#app/domain/checked.ts";
import { addMonths } from "#app/domain/dates/days.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { MakersReview } from "#app/domain/persona/persona-input.ts";
import { personaSubject } from "#app/domain/persona/public.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { lockPersonaLibrary, needsIn, personaRow, takenBack } from "./persona.server.ts";
import { issueLink, markUsed, type OpenLink } from "./private-link.server.ts";
import { withdrawSubject } from "./record-withdraw.server.ts";
import { personas, personaWithdrawals } from "./schema/persona.ts";
import { privateLinks } from "./schema/mail.ts";

/** The makers' link has to work for as long as the persona does: ten years, and a new one any day. */
const linkYears = 10;

/**
 * A private link for a community that made the persona: whoever holds it can read the persona and take it back.
 * The token is shown this once.
 */
export async function inviteMakers(scope: Scope, personaId: string, now: Date): Promise<string> {
  requireAbility(scope, "workspace.edit");
  return inScope(scope, async (tx) => {
    const stored = await personaRow(tx, scope, personaId);
    if (stored.importedFrom)
      throw Refusal.conflict("This persona belongs to another library, where its makers have their link.");
    if (stored.withdrawnOn) throw Refusal.conflict("This persona has been taken back already.");
    const expiresAt = new Date(now);
    expiresAt.setUTCFullYear(expiresAt.getUTCFullYear() + linkYears);
    const { token } = await issueLink(tx, {
      organisationId: scope.organisationId,
      purpose: "review-persona",
      subjectId: personaId,
      expiresAt,
    });
    return token;
  });
}

/** How many links to the makers are open. */
export function countMakersLinks(scope: Scope, personaId: string): Promise<number> {
  return inScope(scope, (tx) =>
    tx.$count(
      privateLinks,
      and(
        eq(privateLinks.organisationId, scope.organisationId),
        eq(privateLinks.purpose, "review-persona"),
        eq(privateLinks.subjectId, personaId),
        isNull(privateLinks.revokedAt),
        sql`${privateLinks.expiresAt} > now()`,
      ),
    ),
  );
}

/** What the makers see behind their link. @throws Refusal (404) */
export function personaForMakers({ organisationId, subjectId }: OpenLink) {
  return inOrganisation(organisationId, null, async (tx) => ({
    persona: await personaRow(tx, { organisationId }, subjectId),
    needs: await needsIn(tx, { organisationId }),
  }));
}

/** Furthest day that a review may be put off to: people's lives change. */
const mostMonths = 36;

/**
 * The makers read it again and say that it is still right: it can be used until the day that they choose. What is public
 * shows the new day with the next publication.
 * @throws Refusal (400) for a day that is not ahead or past three years; (409) once it was taken back or without provenance
 */
export function confirmReview(
  { organisationId, subjectId, linkId }: OpenLink,
  input: MakersReview,
  today: string,
): Promise<void> {
  const { reviewOn } = checked(MakersReview, input);
  if (reviewOn <= today || reviewOn > addMonths(today, mostMonths))
    throw Refusal.invalid({ reviewOn: ["Choose a day after today, within the next three years."] });
  return inOrganisation(organisationId, null, async (tx) => {
    const stored = await personaRow(tx, { organisationId }, subjectId, true);
    if (stored.withdrawnOn) throw Refusal.conflict("This persona has been taken back already.");
    if (!stored.provenance)
      throw Refusal.conflict(
        "The organisation has not yet said who made this persona. Ask it to do that first.",
      );
    await tx
      .update(personas)
      .set({
        provenance: { ...stored.provenance, reviewOn },
        changedOn: today,
        changeReason: "Those who made it read it again and said that it is still right.",
        version: stored.version + 1,
      })
      .where(and(eq(personas.organisationId, organisationId), eq(personas.id, subjectId)));
    await markUsed(tx, linkId);
  });
}

/**
 * The makers take the persona back: nobody can use it from now on, its words leave the public record with a tombstone, and
 * what it said is wiped from the workspace, and from the copies that other organisations here brought in. Other installations
 * read of it in the library file. Once more is no error.
 */
export function takePersonaBack(
  { organisationId, subjectId, linkId }: OpenLink,
  today: string,
): Promise<void> {
  return inOrganisation(organisationId, null, async (tx) => {
    await withdraw(tx, organisationId, subjectId, today);
    await markUsed(tx, linkId);
  });
}

/**
 * The makers said so some other way, by telephone or in the room: the organisation does at once what their link would do. Of
 * a persona from another library its own copy alone is emptied. Once more is no error.
 * @throws Refusal (404)
 */
export async function takeBackForMakers(scope: Scope, personaId: string, today: string): Promise<void> {
  requireAbility(scope, "workspace.edit");
  await inScope(scope, (tx) => withdraw(tx, scope.organisationId, personaId, today));
}

async function withdraw(tx: Transaction, organisationId: string, subjectId: string, today: string) {
  await lockPersonaLibrary(tx);
  const stored = await personaRow(tx, { organisationId }, subjectId, true);
  if (stored.withdrawnOn) return;
  const own = and(eq(personas.organisationId, organisationId), eq(personas.id, subjectId));
  if (stored.importedFrom) {
    await tx.update(personas).set(takenBack(today)).where(own);
    return;
  }
  await tx.insert(personaWithdrawals).values({ organisationId, personaId: subjectId, withdrawnOn: today });
  // The maker's own, and every copy that another organisation of this installation brought in: the policy lets no other by.
  await tx
    .update(personas)
    .set(takenBack(today))
    .where(or(own, and(eq(personas.originId, subjectId), isNull(personas.withdrawnOn))));
  await withdrawSubject(tx, organisationId, personaSubject(subjectId), today);
}
