import { and, asc, eq } from "drizzle-orm";
import { asPublic, inOrganisation } from "./client.server.ts";
import { memberships, organisations } from "./schema/accounts.ts";

/** The organisation at this address and its longest-standing owner, for whom a command at the terminal acts. */
export async function findOwner(
  slug: string,
): Promise<{ organisationId: string; userId: string } | undefined> {
  const [organisation] = await asPublic((tx) =>
    tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, slug)),
  );
  if (!organisation) return undefined;
  const organisationId = organisation.id;
  const [owner] = await inOrganisation(organisationId, null, (tx) =>
    tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.organisationId, organisationId), eq(memberships.role, "owner")))
      .orderBy(asc(memberships.createdAt), asc(memberships.userId))
      .limit(1),
  );
  return owner && { organisationId, userId: owner.userId };
}
