import { and, eq } from "drizzle-orm";
import { keepAnOwner } from "#app/domain/organisation/last-owner.ts";
import { requireAbility } from "#app/domain/organisation/permissions.ts";
import type { Role, Scope } from "#app/domain/organisation/scope.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { inScope, type Transaction } from "./client.server.ts";
import { recordHistory } from "./organisation-history.server.ts";
import { memberships, organisations, users } from "./schema/accounts.ts";

export type Member = { userId: string; name: string; email: string; role: Role; since: Date };

/** By name. Every member may see who the others are. */
export function listMembers(scope: Scope): Promise<Member[]> {
  return inScope(scope, (tx) => members(tx, scope));
}

/** @throws Refusal 403 for anybody but an owner, 404 for no member, 409 for the last owner. */
export async function changeRole(scope: Scope, userId: string, role: Role): Promise<Member> {
  return changeMember(scope, userId, role, async (tx, member) => {
    if (member.role === role) return;
    await tx.update(memberships).set({ role }).where(the(scope, userId));
    await recordHistory(tx, {
      ...scope,
      kind: "role-changed",
      detail: { member: userId, name: member.name, was: member.role, now: role },
    });
  });
}

/** The person keeps their account and whatever they wrote. @throws as changeRole does. */
export async function removeMember(scope: Scope, userId: string): Promise<Member> {
  return changeMember(scope, userId, null, async (tx, member) => {
    await tx.delete(memberships).where(the(scope, userId));
    await recordHistory(tx, {
      ...scope,
      kind: "member-removed",
      detail: { member: userId, name: member.name, was: member.role },
    });
  });
}

async function changeMember(
  scope: Scope,
  userId: string,
  next: Role | null,
  change: (tx: Transaction, member: Member) => Promise<void>,
): Promise<Member> {
  requireAbility(scope, "members.manage");
  return inScope(scope, async (tx) => {
    // Two owners who demote each other at the same moment must take turns.
    await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, scope.organisationId))
      .for("update");
    const all = await members(tx, scope);
    const member = all.find((one) => one.userId === userId);
    if (!member) throw Refusal.notFound("member");
    keepAnOwner(all, userId, next);
    await change(tx, member);
    return member;
  });
}

function members(tx: Transaction, scope: Scope): Promise<Member[]> {
  return tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      since: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.organisationId, scope.organisationId))
    .orderBy(users.name, users.id);
}

function the(scope: Scope, userId: string) {
  return and(eq(memberships.organisationId, scope.organisationId), eq(memberships.userId, userId));
}
