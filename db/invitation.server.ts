import { and, desc, eq, isNull, sql } from "drizzle-orm";
import {
  closedInvitation,
  type Invitation,
  invitationDays,
  invitationState,
} from "#app/domain/organisation/invitation.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Role, Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { database, inOrganisation, inScope, type Transaction } from "./client.server.ts";
import { invitationMail } from "./mail-texts.server.ts";
import { queueMail } from "./mail.server.ts";
import { recordHistory } from "./organisation-history.server.ts";
import { addPerson, newPerson } from "./person.server.ts";
import { invitations, memberships, organisations, users } from "./schema/accounts.ts";
import { hashToken, newToken } from "./secret-token.server.ts";

const stillOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

/**
 * Invites by mail, in one transaction with the mail itself. An earlier invitation to the same address stops working.
 * Returns the token, which is stored nowhere else.
 * @throws Refusal 403, or 400 when that person is a member already.
 */
export async function invite(
  scope: Scope,
  { email, role }: Invitation,
  { origin }: { origin: string },
): Promise<{ token: string }> {
  requireAbility(scope, "members.manage");
  const token = newToken();
  await inScope(scope, async (tx) => {
    const [already] = await tx
      .select({ name: users.name })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.organisationId, scope.organisationId), eq(users.email, email)));
    if (already) throw Refusal.invalid({ email: [`${already.name} is a member already.`] });
    const [names] = await tx
      .select({ organisation: organisations.name, inviter: users.name })
      .from(organisations)
      .innerJoin(users, eq(users.id, scope.userId))
      .where(eq(organisations.id, scope.organisationId));
    if (!names) throw Refusal.notFound("organisation");
    await tx
      .update(invitations)
      .set({ revokedAt: sql`now()` })
      .where(
        and(eq(invitations.organisationId, scope.organisationId), eq(invitations.email, email), stillOpen),
      );
    await tx.insert(invitations).values({
      organisationId: scope.organisationId,
      email,
      role,
      tokenHash: hashToken(token),
      expiresAt: sql`now() + make_interval(days => ${invitationDays})`,
      invitedBy: scope.userId,
    });
    await recordHistory(tx, { ...scope, kind: "member-invited", detail: { email, role } });
    await queueMail(tx, {
      organisationId: scope.organisationId,
      kind: "invitation",
      to: email,
      ...invitationMail({ ...names, role, url: `${origin}/invitations/${token}` }),
    });
  });
  return { token };
}

/** Open, expired and used ones, newest first. Only an owner may see the addresses. */
export function listInvitations(scope: Scope) {
  requireAbility(scope, "members.manage");
  return inScope(scope, (tx) =>
    tx
      .select({
        id: invitations.id,
        email: invitations.email,
        role: invitations.role,
        expiresAt: invitations.expiresAt,
        acceptedAt: invitations.acceptedAt,
        revokedAt: invitations.revokedAt,
        createdAt: invitations.createdAt,
      })
      .from(invitations)
      .where(eq(invitations.organisationId, scope.organisationId))
      .orderBy(desc(invitations.createdAt))
      .limit(100),
  );
}

/** @throws Refusal 403, 404, or 409 when it was used or taken back before. */
export function revokeInvitation(scope: Scope, invitationId: string): Promise<void> {
  requireAbility(scope, "members.manage");
  return inScope(scope, async (tx) => {
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(and(eq(invitations.organisationId, scope.organisationId), eq(invitations.id, invitationId)))
      .for("update");
    if (!invitation) throw Refusal.notFound("invitation");
    if (invitation.acceptedAt)
      throw Refusal.conflict("This invitation has been used: remove the member instead.");
    if (invitation.revokedAt) return;
    await tx
      .update(invitations)
      .set({ revokedAt: sql`now()` })
      .where(eq(invitations.id, invitationId));
    await recordHistory(tx, { ...scope, kind: "invitation-revoked", detail: { email: invitation.email } });
  });
}

export type OpenInvitation = {
  id: string;
  organisationId: string;
  organisation: string;
  slug: string;
  email: string;
  role: Role;
  /** Whether the address has an account, which then must be used. */
  hasAccount: boolean;
};

/** @throws Refusal 404 for an unknown token, 409 with a sentence when it is used, taken back or expired. */
export function openInvitation(token: string, now: Date): Promise<OpenInvitation> {
  return database().transaction((tx) => open(tx, token, now), { accessMode: "read only" });
}

/** Makes the account and the membership together. @throws as openInvitation, and 409 when the address got an account meanwhile. */
export async function acceptAsNew(
  token: string,
  newcomer: { name: string; password: string },
  now: Date,
): Promise<OpenInvitation> {
  const invitation = await openInvitation(token, now);
  const person = await newPerson({ ...newcomer, email: invitation.email });
  await inOrganisation(invitation.organisationId, null, async (tx) => {
    const userId = await addPerson(tx, person);
    if (!userId)
      throw Refusal.conflict("This email address has an account already. Sign in to join with it.");
    await join(tx, invitation, userId);
  });
  return invitation;
}

/** For the person signed in. @throws as openInvitation, and 409 when the invitation is for another address. */
export async function acceptAsMember(
  token: string,
  user: { id: string; email: string },
  now: Date,
): Promise<OpenInvitation> {
  const invitation = await openInvitation(token, now);
  if (invitation.email !== user.email) {
    throw Refusal.conflict(`This invitation is for ${invitation.email}. Sign out, then open it again.`);
  }
  await inOrganisation(invitation.organisationId, user.id, (tx) => join(tx, invitation, user.id));
  return invitation;
}

async function open(tx: Transaction, token: string, now: Date): Promise<OpenInvitation> {
  await tx.execute(sql`select set_config('kept.link_hash', ${hashToken(token)}, true)`);
  const [row] = await tx
    .select({ invitation: invitations, organisation: organisations, userId: users.id })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(users, eq(users.email, invitations.email))
    .where(eq(invitations.tokenHash, hashToken(token)));
  if (!row) throw Refusal.notFound("invitation");
  const state = invitationState(row.invitation, now);
  if (state !== "open") throw Refusal.conflict(closedInvitation[state]);
  return {
    id: row.invitation.id,
    organisationId: row.organisation.id,
    organisation: row.organisation.name,
    slug: row.organisation.slug,
    email: row.invitation.email,
    role: row.invitation.role,
    hasAccount: row.userId !== null,
  };
}

/** The second of two people who use one link at the same time updates nothing and is told so. */
async function join(tx: Transaction, invitation: OpenInvitation, userId: string): Promise<void> {
  const used = await tx
    .update(invitations)
    .set({ acceptedAt: sql`now()` })
    .where(and(eq(invitations.id, invitation.id), stillOpen))
    .returning({ id: invitations.id });
  if (used.length === 0) throw Refusal.conflict(closedInvitation.accepted);
  const { organisationId, role } = invitation;
  await tx.insert(memberships).values({ organisationId, userId, role }).onConflictDoNothing();
  await recordHistory(tx, { organisationId, userId, kind: "member-joined", detail: { role } });
}
