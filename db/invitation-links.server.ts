import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { InvitationLink } from "#app/domain/feedback/invitations.ts";
import { groupBy } from "#app/domain/journey/content.ts";
import type { LinkPurpose } from "#app/domain/organisation/private-link.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Transaction } from "./client.server.ts";
import type { OpenLink } from "./private-link.server.ts";
import { privateLinks } from "./schema/mail.ts";

/** What people are invited to over private links: a loop or a round of attestation. */
export type Invited = {
  organisationId: string;
  purpose: Extract<LinkPurpose, "answer-loop" | "attest">;
  subjectId: string;
};

/** Every private link of one purpose in an organisation, or of one subject of it; by subject, oldest first. */
export async function invitationLinks(
  tx: Transaction,
  { organisationId, purpose, subjectId }: Omit<Invited, "subjectId"> & { subjectId?: string },
): Promise<Map<string, InvitationLink[]>> {
  const rows = await tx
    .select({ link: privateLinks, expired: sql<boolean>`${privateLinks.expiresAt} <= now()` })
    .from(privateLinks)
    .where(
      and(
        eq(privateLinks.organisationId, organisationId),
        eq(privateLinks.purpose, purpose),
        subjectId === undefined ? undefined : eq(privateLinks.subjectId, subjectId),
      ),
    )
    .orderBy(asc(privateLinks.createdAt), asc(privateLinks.id));
  const links = rows.map(({ link: { id, subjectId, meta, revokedAt, createdAt }, expired }) => ({
    subjectId,
    linkId: id,
    number: Number(meta.number),
    way: meta.way === "mail" ? ("mail" as const) : ("letter" as const),
    mark: typeof meta.mark === "string" ? meta.mark : null,
    revoked: revokedAt !== null,
    expired,
    createdAt,
  }));
  return groupBy(links, (link) => link.subjectId);
}

/** Whose voice an answer is, and whether its link took the place of another: for a query that joins `private_links`. */
export const byLink = {
  person: sql<string>`coalesce(${privateLinks.meta}->>'number', ${privateLinks.id}::text)`,
  again: sql<boolean>`coalesce((${privateLinks.meta}->>'again')::boolean, false)`,
};

/** The links of one subject. */
export async function linksTo(tx: Transaction, invited: Invited): Promise<InvitationLink[]> {
  return (await invitationLinks(tx, invited)).get(invited.subjectId) ?? [];
}

/**
 * Switches every link of some invitations off, whether it was used or not, so that nobody learns who answered: what was answered
 * stays. Returns how many invitations lost a link that worked. @throws Refusal (404) for a number that is none
 */
export async function switchOff(
  tx: Transaction,
  invited: Invited,
  numbers: readonly number[],
): Promise<number> {
  const links = await linksTo(tx, invited);
  if (numbers.some((number) => !links.some((link) => link.number === number)))
    throw Refusal.notFound("invitation");
  const working = links.filter(({ number, revoked }) => numbers.includes(number) && !revoked);
  if (working.length === 0) return 0;
  const ids = working.map(({ linkId }) => linkId);
  await tx
    .update(privateLinks)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(privateLinks.organisationId, invited.organisationId),
        inArray(privateLinks.id, ids),
        isNull(privateLinks.revokedAt),
      ),
    );
  return new Set(working.map(({ number }) => number)).size;
}

/**
 * The links of the same invitation that went before: whatever was answered with one of them is this person’s word as well. What
 * was answered with a later one is not: whoever holds a link that was lost touches nothing of it.
 */
export async function earlierLinks(tx: Transaction, link: OpenLink): Promise<string[]> {
  const { number } = link.meta;
  if (typeof number !== "number") return [];
  const [own] = await tx
    .select({ purpose: privateLinks.purpose })
    .from(privateLinks)
    .where(eq(privateLinks.id, link.linkId));
  const found = await tx
    .select({ id: privateLinks.id })
    .from(privateLinks)
    .where(
      and(
        eq(privateLinks.organisationId, link.organisationId),
        eq(privateLinks.purpose, own!.purpose),
        eq(privateLinks.subjectId, link.subjectId),
        ne(privateLinks.id, link.linkId),
        // As the database has it: a Date would cut its microseconds off.
        sql`${privateLinks.createdAt} < (select own.created_at from private_links own where own.id = ${link.linkId})`,
        sql`(${privateLinks.meta}->>'number')::int = ${number}`,
      ),
    );
  return found.map(({ id }) => id);
}

/** Whether a later link of the same invitation works today in this one’s place: neither switched off nor expired. */
export async function isReplaced(tx: Transaction, link: OpenLink, invited: Invited): Promise<boolean> {
  const { number } = link.meta;
  if (typeof number !== "number") return false;
  const links = (await linksTo(tx, invited)).filter((one) => one.number === number);
  const later = links.slice(links.findIndex(({ linkId }) => linkId === link.linkId) + 1);
  return later.some(({ revoked, expired }) => !revoked && !expired);
}
