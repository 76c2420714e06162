import { and, eq, isNull, sql } from "drizzle-orm";
import {
  linkState,
  requireOpen,
  type LinkPurpose,
  type LinkState,
} from "#app/domain/organisation/private-link.ts";
import type { Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { database, inScope, type Transaction } from "./client.server.ts";
import { privateLinks } from "./schema/mail.ts";
import { hashToken, newToken } from "./secret-token.server.ts";

export type NewLink = {
  organisationId: string;
  purpose: LinkPurpose;
  /** The id of what the link is about, within its purpose. */
  subjectId: string;
  expiresAt: Date;
  /** Small facts that travel with the link. Nothing about a person. */
  meta?: Record<string, unknown>;
};

/**
 * Makes a link within the transaction of the change it belongs to. The token is returned this once and stored nowhere:
 * show it, print it or mail it now.
 */
export async function issueLink(tx: Transaction, link: NewLink): Promise<{ linkId: string; token: string }> {
  const token = newToken();
  const [row] = await tx
    .insert(privateLinks)
    .values({ ...link, tokenHash: hashToken(token) })
    .returning({ id: privateLinks.id });
  return { linkId: row!.id, token };
}

export type OpenLink = {
  linkId: string;
  organisationId: string;
  subjectId: string;
  meta: Record<string, unknown>;
  /** When its holder first did what it is for. */
  usedAt: Date | null;
};

/**
 * What a token opens. Follow it with `inOrganisation(link.organisationId, null, …)`.
 * @throws Refusal 404 for an unknown token or another purpose, 409 with a plain sentence when switched off, expired or,
 * with `once`, used.
 */
export async function openLink(
  token: string,
  purpose: LinkPurpose,
  now: Date,
  { once = false }: { once?: boolean } = {},
): Promise<OpenLink> {
  const { state, ...link } = await findLink(token, purpose, now, { once });
  requireOpen(state);
  return link;
}

/** A link that may be closed: whoever holds it can take back what they said all the same, and do nothing else. */
export type HeldLink = OpenLink & { state: LinkState };

/**
 * The same for a link that may be closed: its caller decides what a closed one still does.
 * @throws Refusal 404 for an unknown token or another purpose
 */
export async function findLink(
  token: string,
  purpose: LinkPurpose,
  now: Date,
  { once = false }: { once?: boolean } = {},
): Promise<HeldLink> {
  const tokenHash = hashToken(token);
  const [row] = await database().transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('kept.link_hash', ${tokenHash}, true)`);
      return tx
        .select()
        .from(privateLinks)
        .where(and(eq(privateLinks.tokenHash, tokenHash), eq(privateLinks.purpose, purpose)));
    },
    { accessMode: "read only" },
  );
  if (!row) throw Refusal.notFound("page");
  const state = linkState(row, now, { once });
  const { id: linkId, organisationId, subjectId, meta, usedAt } = row;
  return { linkId, organisationId, subjectId, meta, usedAt, state };
}

/**
 * Notes the first use, in the transaction of what was done. Returns false when it had been used before: for a link that
 * works once, refuse then, so that of two answers sent at the same moment one counts.
 */
export async function markUsed(tx: Transaction, linkId: string): Promise<boolean> {
  const used = await tx
    .update(privateLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(privateLinks.id, linkId), isNull(privateLinks.usedAt)))
    .returning({ id: privateLinks.id });
  return used.length > 0;
}

/** Switches a link off for good; again is no error. @throws Refusal 404 when it is not this organisation's. */
export function revokeLink(scope: Scope, linkId: string): Promise<void> {
  return inScope(scope, (tx) => revokeLinkIn(tx, scope, linkId));
}

/** The same within the transaction of the change it belongs to. */
export async function revokeLinkIn(tx: Transaction, scope: Scope, linkId: string): Promise<void> {
  const found = await tx
    .update(privateLinks)
    .set({ revokedAt: sql`coalesce(revoked_at, now())` })
    .where(and(eq(privateLinks.organisationId, scope.organisationId), eq(privateLinks.id, linkId)))
    .returning({ id: privateLinks.id });
  if (found.length === 0) throw Refusal.notFound("private link");
}
